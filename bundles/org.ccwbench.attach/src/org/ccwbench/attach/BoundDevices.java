// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import java.util.List;
import org.ccwbench.attach.devices.Binding;
import org.ccwbench.attach.devices.Plan;
import org.ccwbench.attach.devices.Subchannel;

/** The subchannels of this host. */
final class BoundDevices implements HostDevices {
	private final Binding binding = new Binding();

	@Override
	public List<Subchannel> list() throws AttachException {
		return binding.subchannels().list();
	}

	@Override
	public Plan planToBind(String number) throws AttachException {
		return binding.planToBind(number);
	}

	@Override
	public Subchannel bind(String number) throws AttachException {
		return binding.bind(number);
	}

	@Override
	public Plan planToRelease(String number) throws AttachException {
		return binding.planToRelease(number);
	}

	@Override
	public Subchannel release(String number) throws AttachException {
		return binding.release(number);
	}

	@Override
	public List<Plan> planToRestore() throws AttachException {
		return binding.planToRestore();
	}

	@Override
	public List<String> restore() throws AttachException {
		return binding.restore();
	}
}
