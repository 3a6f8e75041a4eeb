// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.HexFormat;
import org.ccwbench.storage.AddressSpace;
import org.ccwbench.storage.PageTable;
import org.ccwbench.storage.PinTable;
import org.ccwbench.storage.Storage;
import org.ccwbench.vfio.DmaMap;

/** One of everything that a recording can take back, small enough to be compared as a whole. */
final class RecordedState {
	static final int PAGES = 4;
	static final int SIZE = PAGES * AddressSpace.PAGE_SIZE;

	final Storage storage = new Storage("storage", SIZE);
	final Storage registers = new Storage("registers", AddressSpace.PAGE_SIZE);
	final PageTable table = new PageTable("table");
	final PinTable pins = new PinTable("pins");
	final DmaMap map = new DmaMap();
	final Recording recording = new Recording();

	RecordedState() {
		recording.watch(storage);
		recording.watch(registers);
		recording.watch(table);
		recording.watch(pins);
		recording.watch(map);
	}

	/** Everything, bit for bit. */
	String snapshot() {
		StringBuilder b = new StringBuilder();
		b.append(HexFormat.of().formatHex(storage.bytes(0, SIZE)));
		b.append(HexFormat.of().formatHex(registers.bytes(0, AddressSpace.PAGE_SIZE)));
		for (int page = 0; page < PAGES; page++) {
			long a = (long) page * AddressSpace.PAGE_SIZE;
			b.append(' ').append(storage.key(a)).append(' ').append(table.target(a)).append(' ').append(pins.count(a));
		}
		map.forEach((iova, user, length, permissions) -> b.append(' ').append(iova).append('>').append(user).append('+')
				.append(length).append('/').append(permissions));
		return b.append(' ').append(pins.pins()).append(' ').append(pins.pages()).toString();
	}
}
