// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A journal is enough to go back: whatever was done, undoing it in reverse order restores every byte, key, mapping and pin. */
class UndoTest {
	/** Keeps what it takes to undo. */
	private static final class Undo implements Journal {
		final Deque<Runnable> back = new ArrayDeque<>();

		@Override
		public void storing(Storage space, long address, byte[] frame, int offset, int length) {
			byte[] old = Arrays.copyOfRange(frame, offset, offset + length);
			back.push(() -> space.exchange(address, old, 0, old.length));
		}

		@Override
		public void keying(Storage space, long address, int oldKey, int newKey) {
			back.push(() -> space.restoreKey(address, oldKey));
		}

		@Override
		public void mapping(PageTable table, long page, long oldTarget, long newTarget) {
			back.push(() -> table.restore(page, oldTarget));
		}

		@Override
		public void pinning(PinTable pins, long page, int delta, long owner) {
			back.push(() -> pins.restore(page, -delta));
		}
	}

	@Property(tries = 500)
	void everythingComesBack(@ForAll long seed) {
		Random random = new Random(seed);
		Storage storage = new Storage("storage", 0x8000, (address, page) -> {
			page[0] = (byte) (address >>> 12);
			return address % 0x2000 == 0x1000;
		});
		PageTable table = new PageTable("table");
		PinTable pins = new PinTable("pins");
		act(random, storage, table, pins);
		byte[] bytes = storage.bytes(0, 0x8000);
		String rest = rest(storage, table, pins);
		Undo undo = new Undo();
		storage.journal(undo);
		table.journal(undo);
		pins.journal(undo);
		act(random, storage, table, pins);
		undo.back.forEach(Runnable::run);
		assertThat(Arrays.mismatch(storage.bytes(0, 0x8000), bytes)).as("first byte that differs").isEqualTo(-1);
		assertThat(rest(storage, table, pins)).isEqualTo(rest);
	}

	private static void act(Random random, Storage storage, PageTable table, PinTable pins) {
		for (int i = 0; i < 40; i++) {
			long a = random.nextInt(0x8000 - 300);
			switch (random.nextInt(8)) {
			case 0 -> storage.store64(a, random.nextLong());
			case 1 -> storage.store32(a, random.nextLong());
			case 2 -> storage.store8(a, random.nextInt());
			case 3 -> {
				byte[] b = new byte[1 + random.nextInt(300)];
				random.nextBytes(b);
				storage.store(a, b, 0, b.length);
			}
			case 4 -> storage.setKey(a, random.nextInt(128));
			case 5 -> table.map(a << 20, random.nextInt(4) == 0 ? PageTable.UNMAPPED : a);
			case 6 -> pins.pin(a << 8, i);
			default -> {
				if (pins.count(a << 8) > 0) {
					pins.unpin(a << 8, i);
				}
				storage.refer(a, random.nextBoolean());
			}
			}
		}
	}

	private static String rest(Storage storage, PageTable table, PinTable pins) {
		StringBuilder all = new StringBuilder();
		for (long page = 0; page < 0x8000; page += 0x1000) {
			all.append(storage.key(page)).append(' ');
		}
		Map<Long, Long> entries = new TreeMap<>();
		table.forEach(entries::put);
		Map<Long, Long> counts = new TreeMap<>();
		pins.forEach(counts::put);
		return all.append(entries).append(counts).append(pins.pins()).append(' ').append(pins.pages()).toString();
	}
}
