// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

/**
 * The channel paths of a subchannel as the machine configuration gives them (PMCW: PIM, PAM, POM, CHPIDs).
 * Each mask has path 0 in its leftmost bit.
 *
 * @param installed   path-installed mask, 8 bits
 * @param available   path-available mask, 8 bits
 * @param operational path-operational mask, 8 bits
 * @param chpids      the eight channel-path identifiers, that of path 0 in the leftmost byte
 */
public record Paths(int installed, int available, int operational, long chpids) {
	/** One path, whose identifier is the left half of the device number. */
	public static Paths single(int deviceNumber) {
		return new Paths(0x80, 0x80, 0xFF, (long) (deviceNumber >>> 8 & 0xFF) << 56);
	}
}
