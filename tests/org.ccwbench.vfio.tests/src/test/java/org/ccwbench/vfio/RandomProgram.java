// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import java.util.Random;
import org.ccwbench.storage.AddressSpace;

/**
 * Writes a random channel program into a guest: format 1 from 3000, lists from 5000, data from 8000 to 30000.
 * Left out is what the Linux driver is known to treat otherwise than a channel: read backward (its lists run
 * forward) and a data-chained CCW whose ignored command byte says NOP or TIC.
 */
final class RandomProgram {
	static final long PROGRAM = 0x3000;
	private static final int[] COMMANDS = {0x01, 0x02, 0x02, 0x07, 0x03, 0x04, 0x99};
	private static final int CD = 0x80;
	private static final int CC = 0x40;
	private static final int SLI = 0x20;
	private static final int SKIP = 0x10;
	private static final int IDA = 0x04;

	private final Random random;
	private final AddressSpace guest;
	private final boolean wide;
	private final int block;
	private long list = 0x5000;

	/** @param word1 of the ORB: its bits H and T decide what lists look like */
	RandomProgram(long seed, AddressSpace guest, int word1) {
		this.random = new Random(seed);
		this.guest = guest;
		wide = (word1 & Orb.IDAW64) != 0;
		block = Orb.blocksOf2K(word1) ? 2048 : 4096;
	}

	/** Writes it; returns where the first CCW is. */
	long write() {
		int n = 1 + random.nextInt(10);
		long at = PROGRAM;
		int command = 0;
		boolean chained = false;
		for (int i = 0; i < n; i++) {
			if (!chained) {
				command = COMMANDS[random.nextInt(COMMANDS.length)];
			}
			if (random.nextInt(6) == 0 && i > 0) {
				long next = random.nextBoolean() ? at + 8 : at + 0x20;
				guest.store64(at, 0x08L << 56 | next);
				at = next;
			}
			int flags = random.nextInt(3) == 0 ? SLI : 0;
			if (i + 1 < n) {
				flags |= command != 0x03 && random.nextInt(4) == 0 ? CD : CC;
			}
			if (random.nextInt(8) == 0) {
				flags |= SKIP;
			}
			int count = switch (random.nextInt(6)) {
				case 0 -> random.nextInt(3);
				case 1 -> 32;
				case 2 -> 8192;
				default -> random.nextInt(9000);
			};
			long address = 0x8000 + random.nextInt(0x20000);
			if (random.nextInt(3) == 0) {
				flags |= IDA;
				address = list(count);
			}
			guest.store64(at, (long) command << 56 | (long) flags << 48 | (long) count << 32 | address);
			chained = (flags & CD) != 0;
			at += 8;
		}
		return PROGRAM;
	}

	private long list(int count) {
		long at = list;
		long first = 0x8000 + random.nextInt(0x20000);
		int words = ((int) (first & block - 1) + Math.max(1, count) + block - 1) / block;
		for (int w = 0; w < words; w++) {
			long word = w == 0 ? first : 0x8000 + (long) random.nextInt(0x20000 / block) * block;
			if (w > 0 && random.nextInt(40) == 0) {
				word += 1 + random.nextInt(100);
			}
			if (wide) {
				guest.store64(list, word);
			} else {
				guest.store32(list, word);
			}
			list += wide ? 8 : 4;
		}
		list = list + 7 & -8;
		return at;
	}
}
