// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

/**
 * A stretch of guest storage that a device may reach.
 *
 * @param address  guest absolute address, which is the IOVA too; a multiple of 4,096. On s390x the IOVAs of a
 *     mediated device are a space of their own: they need not be, and mostly are not, addresses of host memory.
 * @param length   bytes, a multiple of 4,096
 * @param writable false if the device may only read it
 */
public record StorageStretch(long address, long length, boolean writable) {
	private static final int PAGE = 4096;

	public StorageStretch {
		if (address < 0 || length <= 0 || address + length < 0 || ((address | length) & PAGE - 1) != 0) {
			throw new IllegalArgumentException(String.format("no stretch of storage: %X, length %X", address, length));
		}
	}

	/** Address after the last byte. */
	public long end() {
		return address + length;
	}
}
