// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import java.nio.file.Path;
import java.util.List;
import org.ccwbench.attach.agent.HostAddress;
import org.ccwbench.attach.agent.Hosts;
import org.ccwbench.notation.Image;
import org.ccwbench.run.Backend;
import org.ccwbench.run.Recording;
import org.ccwbench.run.SessionException;
import org.ccwbench.run.SessionOptions;

/**
 * Programs run on a real device, which the user names as HOST/DEVICE. The path is that of Linux: its kernel is the
 * host's own. Found through the service loader it never writes to a medium; a caller that has asked the user for the
 * number of the device makes one that may.
 */
public final class AttachedBackend implements Backend {
	private final Hosts hosts;
	private final String armed;

	/** The hosts that ssh finds, and no writing. */
	public AttachedBackend() {
		this(new Hosts(), null);
	}

	/** @param armed number of the device as the user has typed it, to let commands pass that change its medium; null for none */
	public AttachedBackend(Hosts hosts, String armed) {
		this.hosts = hosts;
		this.armed = armed;
	}

	@Override
	public String name() {
		return "HOST/DEVICE";
	}

	@Override
	public boolean serves(String named) {
		return named.indexOf('/') > 0;
	}

	@Override
	public List<String> paths() {
		return List.of("linux");
	}

	@Override
	public Rig open(Image image, Path folder, SessionOptions options, Recording recording) throws SessionException {
		Host host = null;
		boolean done = false;
		try {
			HostAddress address = HostAddress.of(options.backend());
			if (address.device() == null) {
				throw new AttachException("\"" + options.backend() + "\" names no device; it looks like local/0.0.1234");
			}
			host = hosts.open(address);
			Rig rig = new AttachedRig(host, address.device(), armed, image, options, recording);
			done = true;
			return rig;
		} catch (AttachException e) {
			throw new SessionException(e.getMessage());
		} finally {
			if (!done && host != null) {
				host.close();
			}
		}
	}
}
