// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.simulated;

import org.ccwbench.attach.Mdev;
import org.ccwbench.channel.ChannelSubsystem;
import org.ccwbench.channel.Device;
import org.ccwbench.channel.Subchannel;
import org.ccwbench.vfio.Machine;
import org.ccwbench.vfio.device.CcwMdev;
import org.ccwbench.vfio.device.FileTable;
import org.ccwbench.vfio.device.HostInterruptions;
import org.ccwbench.vfio.device.VfioContainer;
import org.ccwbench.vfio.device.VfioGroup;

/** One simulated device with its subchannel and the driver that it is bound to, in a host storage of its own. */
final class SimulatedMdev {
	final Machine machine = new Machine();
	final ChannelSubsystem channel = new ChannelSubsystem(machine.host());
	final HostInterruptions host = new HostInterruptions(channel);
	final VfioContainer container = new VfioContainer(machine);
	final VfioGroup group;
	final Mdev mdev;
	final String type;
	private final Subchannel subchannel;

	SimulatedMdev(int index, int number, String type, Device device, FileTable files) {
		this.type = type;
		subchannel = channel.attach(index, number, device);
		group = new VfioGroup(new CcwMdev(machine, container, host, subchannel.sid(), files));
		mdev = new Mdev(String.format("0.0.%04x", index), String.format("0.0.%04x", number),
				String.format("00000000-0000-4000-8000-%012x", number), Integer.toString(index));
	}

	CcwMdev device() {
		return group.device();
	}

	/** Takes the device away, as pulling its plug does; the host notices. */
	void unplug() {
		channel.detach(subchannel.number());
		device().subchannelEvent();
	}
}
