// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.devices;

import java.util.List;

/**
 * A subchannel of a host and the device on it.
 *
 * @param id           bus id of the subchannel, "0.0.0004"
 * @param device       number of the device, "0.0.1000"; null if no device is there, or the kernel does not tell
 * @param controlUnit  type and model as SENSE ID gave them to the kernel, "3990/e9"; null while the kernel's own
 *                     drivers do not have the device
 * @param type         type and model of the device, "3390/0c"; null if unknown or it has none
 * @param driver       which has the subchannel: "io_subchannel", "vfio_ccw"; null if none
 * @param deviceDriver which has the device: "dasd-eckd", "virtio_ccw"; null if none
 * @param paths        the installed channel paths
 * @param online       whether the device is online to its driver
 * @param uses         what holds it
 * @param uuid         of its mediated device; null if it has none
 * @param group        number of the VFIO group of that; null if it has none
 */
public record Subchannel(String id, String device, String controlUnit, String type, String driver, String deviceDriver,
		List<ChannelPath> paths, boolean online, List<Use> uses, String uuid, String group) {

	/** Whether vfio_ccw has it. */
	public boolean attachable() {
		return Subchannels.VFIO_CCW.equals(driver);
	}

	/** The uses because of which it must be left alone. */
	public List<Use> forbidding() {
		return uses.stream().filter(Use::forbids).toList();
	}

	/** "device 0.0.1000 (subchannel 0.0.0004)". */
	public String title() {
		return device == null ? "subchannel " + id : "device " + device + " (subchannel " + id + ")";
	}
}
