// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.simulated;

import java.util.ArrayList;
import java.util.List;
import org.ccwbench.attach.AttachException;
import org.ccwbench.attach.DeviceNumber;
import org.ccwbench.attach.HostDevices;
import org.ccwbench.attach.Mdev;
import org.ccwbench.attach.devices.Plan;
import org.ccwbench.attach.devices.Subchannel;

/** The subchannels of a simulated host: bound to vfio_ccw from the beginning, and staying so. */
public final class SimulatedDevices implements HostDevices {
	private final SimulatedHost host;

	public SimulatedDevices(SimulatedHost host) {
		this.host = host;
	}

	@Override
	public List<Subchannel> list() {
		List<Subchannel> list = new ArrayList<>();
		for (Mdev m : host.all()) {
			list.add(subchannel(m));
		}
		return list;
	}

	private Subchannel subchannel(Mdev m) {
		return new Subchannel(m.subchannel(), m.device(), null, host.type(m), "vfio_ccw", null, List.of(), false, List.of(), m.uuid(), m.group());
	}

	private Mdev find(String number) throws AttachException {
		return host.find(DeviceNumber.of(number));
	}

	private Plan nothing(String number) throws AttachException {
		return new Plan(subchannel(find(number)).title(), List.of(), null);
	}

	@Override
	public Plan planToBind(String number) throws AttachException {
		return nothing(number);
	}

	@Override
	public Subchannel bind(String number) throws AttachException {
		return subchannel(find(number));
	}

	@Override
	public Plan planToRelease(String number) throws AttachException {
		return nothing(number);
	}

	@Override
	public Subchannel release(String number) throws AttachException {
		return subchannel(find(number));
	}

	@Override
	public List<Plan> planToRestore() {
		return List.of();
	}

	@Override
	public List<String> restore() {
		return List.of();
	}
}
