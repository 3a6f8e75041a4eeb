// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.devices;

import java.util.ArrayList;
import java.util.List;

/**
 * A channel path of a subchannel.
 *
 * @param chpid       its identifier, "1a"
 * @param available   whether the path-available mask has it (PoP, PMCW)
 * @param operational whether the path-operational mask has it
 * @param online      whether the operator has not varied it off
 */
public record ChannelPath(String chpid, boolean available, boolean operational, boolean online) {
	private static final int PATHS = 8;

	/**
	 * @param chpids eight hexadecimal numbers
	 * @param masks  path-installed, path-available and path-operational mask, hexadecimal
	 */
	static List<ChannelPath> of(SystemFiles files, String chpids, String masks) {
		List<ChannelPath> paths = new ArrayList<>();
		if (chpids == null || masks == null) {
			return paths;
		}
		String[] numbers = chpids.trim().split("\\s+");
		String[] mask = masks.trim().split("\\s+");
		if (mask.length != 3) {
			return paths;
		}
		for (int i = 0; i < Math.min(PATHS, numbers.length); i++) {
			if (bit(mask[0], i) && numbers[i].matches("[0-9a-f]{2}")) {
				String status = files.read("sys/devices/css0/chp0." + numbers[i] + "/status");
				paths.add(new ChannelPath(numbers[i], bit(mask[1], i), bit(mask[2], i), !"offline".equals(status)));
			}
		}
		return paths;
	}

	private static boolean bit(String mask, int path) {
		return mask.matches("[0-9a-f]{1,2}") && (Integer.parseInt(mask, 16) & 0x80 >> path) != 0;
	}

	/** Whether I/O can go along it as far as the host knows. */
	public boolean usable() {
		return available && online;
	}

	@Override
	public String toString() {
		return chpid + (online ? available ? "" : " (not available)" : " (offline)");
	}
}
