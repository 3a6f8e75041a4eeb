// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import org.ccwbench.storage.AddressSpace;
import org.ccwbench.storage.Storage;

/** Reads a program as the driver does: always the 2 KiB of the longest chain, however short the chain is. */
final class DriverReader extends ProgramReader {
	private final DriverVersion version;
	private final Container container;
	private final PinnedReader pinned;
	private final byte[] copy = block;

	DriverReader(DriverVersion version, Container container, Storage host) {
		this.version = version;
		this.container = container;
		this.pinned = new PinnedReader(container, host);
	}

	@Override
	int open(long address, long cause) {
		boolean pins = version != DriverVersion.LINUX_6_12;
		byte[] page = pins ? null : container.page(address, BLOCK);
		block = page == null ? copy : page;
		start = page == null ? 0 : (int) address & AddressSpace.PAGE_SIZE - 1;
		if (page != null) {
			container.countReads(1, BLOCK);
			return 0;
		}
		return pins ? pinned.read(address, copy, BLOCK, cause) : container.read(address, copy, 0, BLOCK, cause);
	}

	@Override
	int take(long address, int ccws, long cause) {
		// 4.19 only counts in what it read first, and reads the chain once more.
		return version == DriverVersion.LINUX_4_19 ? pinned.read(address, block, ccws * Ccw.SIZE, cause) : 0;
	}
}
