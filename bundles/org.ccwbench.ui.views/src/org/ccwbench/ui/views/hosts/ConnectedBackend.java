// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views.hosts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.ccwbench.attach.AttachException;
import org.ccwbench.attach.AttachedBackend;
import org.ccwbench.attach.agent.Hosts;
import org.ccwbench.attach.devices.Subchannel;
import org.ccwbench.notation.Image;
import org.ccwbench.run.Recording;
import org.ccwbench.run.SessionException;
import org.ccwbench.run.SessionOptions;
import org.ccwbench.ui.run.Backends;

/**
 * Runs programs on HOST/DEVICE, reaching hosts as the user said when he connected them, others by ssh. Each session has
 * a connection of its own, and may write only if the user has just typed the number of its device.
 */
public final class ConnectedBackend implements Backends.Several {
	private static final AttachedBackend ATTACHED = new AttachedBackend();

	@Override
	public String name() {
		return ATTACHED.name();
	}

	@Override
	public boolean serves(String named) {
		return ATTACHED.serves(named);
	}

	@Override
	public List<String> paths() {
		return ATTACHED.paths();
	}

	@Override
	public List<String> names() {
		List<String> names = new ArrayList<>();
		for (KnownHost h : HostBook.open().hosts()) {
			h.devices().stream().filter(Subchannel::attachable).filter(s -> s.device() != null).forEach(s -> names.add(name(h, s)));
		}
		return names;
	}

	/** What launch configurations and options call a device. */
	static String name(KnownHost host, Subchannel device) {
		return host.name() + "/" + device.device();
	}

	@Override
	public Rig open(Image image, Path folder, SessionOptions options, Recording recording) throws SessionException {
		KnownHost host = HostBook.open().named(options.backend().substring(0, options.backend().lastIndexOf('/')));
		try {
			return new AttachedBackend(host == null ? new Hosts() : host.hosts(), WriteLeave.take(options.backend())).open(image, folder, options, recording);
		} catch (AttachException e) {
			throw new SessionException(e.getMessage());
		}
	}
}
