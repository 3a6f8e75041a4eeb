// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.devices;

/**
 * A subchannel that was taken from its driver, and what it needs to be as it was.
 *
 * @param id           bus id of the subchannel
 * @param device       number of the device; "-" if there was none
 * @param driver       that had the subchannel
 * @param deviceDriver that had the device; "-" if none
 * @param online       whether the device was online
 * @param override     former driver override; "-" if none
 * @param uuid         of the mediated device that was made
 * @param boot         the boot of the host in which that was; a later one has forgotten all of it
 */
record Taken(String id, String device, String driver, String deviceDriver, boolean online, String override, String uuid, String boot) {
	/** Stands for a name that there is not. */
	static final String NONE = "-";
	private static final String NAME = "[A-Za-z0-9_.:+-]{1,64}";
	private static final int FIELDS = 8;

	/** @return null if the line is none that {@link #line} wrote */
	static Taken parse(String line) {
		String[] field = line.split(" ");
		if (field.length != FIELDS || !Subchannels.isBusId(field[0]) || !Subchannels.isUuid(field[6])) {
			return null;
		}
		for (String each : field) {
			if (!each.matches(NAME)) {
				return null;
			}
		}
		return new Taken(field[0], field[1], field[2], field[3], field[4].equals("online"), field[5], field[6], field[7]);
	}

	String line() {
		return String.join(" ", id, device, driver, deviceDriver, online ? "online" : "offline", override, uuid, boot);
	}

	String title() {
		return device.equals(NONE) ? "subchannel " + id : "device " + device + " (subchannel " + id + ")";
	}
}
