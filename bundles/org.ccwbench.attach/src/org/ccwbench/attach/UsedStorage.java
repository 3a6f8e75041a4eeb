// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.ccwbench.notation.DmaStep;
import org.ccwbench.notation.Image;
import org.ccwbench.notation.SourceMap;
import org.ccwbench.notation.Start;
import org.ccwbench.notation.StorageRange;
import org.ccwbench.storage.AddressSpace;

/**
 * Which guest storage a real device is to reach: what the text maps, or else all of its storage. A range that is too
 * large to be worth that is reached where the text and its programs use it, in blocks.
 */
final class UsedStorage {
	private static final long LARGE = 64L << 20;
	private static final long BLOCK = 1L << 20;
	private static final int PAGE = AddressSpace.PAGE_SIZE;
	private static final int COMMAND_DATA = 1 << 16;

	private final List<String> notes = new ArrayList<>();
	private final TreeMap<Long, StorageStretch> stretches = new TreeMap<>();
	private final Image image;
	private final GuestBytes guest;

	/** @param guest storage as the text fills it */
	UsedStorage(Image image, GuestBytes guest) {
		this.image = image;
		this.guest = guest;
		for (DmaStep step : image.dma()) {
			switch (step) {
				case DmaStep.Map m -> put(new StorageStretch(m.guest(), m.length(), m.writable()));
				case DmaStep.Unmap u -> hole(u.guest(), u.length());
				case DmaStep.NoPin n -> notes.add("NOPIN is for simulated hosts; here the pages can be pinned");
			}
		}
		if (image.dma().isEmpty()) {
			Ranges used = used();
			for (StorageRange r : image.storage()) {
				range(r.base() & -PAGE, r.base() + r.length() + PAGE - 1 & -PAGE, used);
			}
		}
	}

	/** By address, without overlap. */
	List<StorageStretch> stretches() {
		return List.copyOf(stretches.values());
	}

	/** What people should know. */
	List<String> notes() {
		return notes;
	}

	private void put(StorageStretch s) {
		hole(s.address(), s.length());
		stretches.put(s.address(), s);
	}

	private void hole(long from, long length) {
		long to = from + length;
		for (StorageStretch s : List.copyOf(stretches.values())) {
			if (s.address() < to && from < s.end()) {
				stretches.remove(s.address());
				if (s.address() < from) {
					stretches.put(s.address(), new StorageStretch(s.address(), from - s.address(), s.writable()));
				}
				if (to < s.end()) {
					stretches.put(to, new StorageStretch(to, s.end() - to, s.writable()));
				}
			}
		}
	}

	private void range(long from, long to, Ranges used) {
		if (to - from <= LARGE) {
			put(new StorageStretch(from, to - from, true));
			return;
		}
		long mapped = 0;
		for (long[] u : used.stretches()) {
			long a = Math.max(from, u[0]);
			long b = Math.min(to, u[0] + u[1]);
			if (a < b) {
				put(new StorageStretch(a, b - a, true));
				mapped += b - a;
			}
		}
		notes.add(String.format("of the storage from %X to %X the device reaches the %d MiB that the text uses", from, to - 1, mapped + BLOCK - 1 >> 20));
	}

	/** What statements fill and programs name, in whole blocks. */
	private Ranges used() {
		Ranges blocks = new Ranges();
		for (SourceMap.Piece p : image.sources().pieces()) {
			block(blocks, p.address(), p.end() - p.address());
		}
		for (Start s : image.starts()) {
			ProgramScan scan = new ProgramScan(guest, s.orb(), GuardTable.of(image.devices().get(s.device()).type()));
			scan.stores().stretches().forEach(r -> block(blocks, r[0], r[1]));
			scan.code().stretches().forEach(r -> block(blocks, r[0], Math.max(r[1], PAGE)));
			for (ProgramScan.Step step : scan.steps()) {
				step.taken.stretches().forEach(r -> block(blocks, r[0], Math.max(r[1], COMMAND_DATA)));
			}
		}
		return blocks;
	}

	private static void block(Ranges blocks, long address, long length) {
		long from = address & -BLOCK;
		blocks.add(from, (address + Math.max(length, 1) + BLOCK - 1 & -BLOCK) - from);
	}
}
