// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccwbench.channel.TestMachine.*;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ccwbench.storage.Bytes;

/** What holds for every transport-mode program (PoP SA22-7832, chapters 15 and 16). */
class AnyTransportProgramTest {
	private static final int TRANSPORT = 0x0004_8000;
	private static final int TCW = 0x11000;
	private static final int TCCB = 0x11040;
	/** Ends in the next page. */
	private static final int TSB = 0x13FE8;
	private static final int LIST = 0x1A000;
	private static final int PAGES = 1024;
	private static final int[] COMMANDS = { 0x01, 0x02, 0x03, 0x07, 0x0B, 0x31, 0x53, 0x63, 0x73, 0xAB };

	@Property(tries = 1500)
	void endsInAPermittedStatusAndStoresOnlyDataAndStatus(@ForAll long seed) {
		Random random = new Random(seed);
		TestMachine m = new TestMachine();
		int key = random.nextInt(3) == 0 ? random.nextInt(16) : 0;
		for (int page = 0; page < PAGES; page++) {
			m.storage.setKey(page * 4096L, random.nextInt(10) == 0 ? random.nextInt(128) : key << 3);
		}
		boolean[] designated = new boolean[PAGES * 4096];
		program(m, random, designated);
		byte[] before = m.storage.bytes(0, PAGES * 4096);
		assertThat(m.start(key << 28 | TRANSPORT, TCW)).isZero();
		m.css.advance(20_000);
		int scsw = Bytes.get32(m.subchannel.irb(), 0);
		assertThat(scsw & Scsw.PENDING).as("it has ended").isNotZero();
		assertThat(scsw & Scsw.TRANSPORT).isNotZero();
		assertThat(scsw & (Scsw.SUBCHANNEL_ACTIVE | Scsw.SUSPENDED)).isZero();
		byte[] after = m.storage.bytes(0, PAGES * 4096);
		for (int i = 0; i < after.length; i++) {
			if (before[i] != after[i]) {
				assertThat(designated[i]).as("byte %X", i).isTrue();
				assertThat(key == 0 || m.storage.key(i) >>> 3 == key).as("key of byte %X", i).isTrue();
			}
		}
	}

	/** A program that is often right, with what it may store into marked. */
	private static void program(TestMachine m, Random random, boolean[] designated) {
		boolean reads = random.nextInt(4) != 0;
		boolean listed = random.nextBoolean();
		int commands = 1 + random.nextInt(3);
		int each = 8 * (1 + random.nextInt(10));
		int at = TCCB + 16;
		int total = 0;
		for (int i = 0; i < commands; i++) {
			int command = random.nextInt(3) == 0 ? COMMANDS[random.nextInt(COMMANDS.length)] : reads ? 0x02 : 0x01;
			int control = command == 0x07 ? 6 : command == 0x31 ? 4 : 0;
			int count = command == 0x01 || command == 0x02 ? each : 0;
			m.words(at, command << 24 | (i + 1 < commands ? 0x0040_0000 : 0) | control, count);
			total += count;
			at += 8 + (control + 3 & ~3);
		}
		m.words(TCCB, 0x7F00_0000, at - TCCB - 16 + 12, 0x1FFE_0000, 0).words(at, 0, total == 0 ? 0 : (total + 3 & ~3) + 4);
		int data = random.nextInt(0x401000);
		m.words(TCW, listed ? reads ? 0x0004_0000 : 0x0001_0000 : 0, (at + 8 - TCCB - 20) / 4 << 18 | (reads ? 0x0002_0000 : 0x0001_0000));
		m.doublewords(TCW + 8, listed ? LIST : data, listed ? LIST : data, TSB, TCCB);
		m.words(TCW + 40, reads ? 0 : total, reads ? total : 0, 0, 0, 0, 0);
		mark(designated, TSB, 64);
		if (!listed) {
			mark(designated, data, total);
			return;
		}
		int left = total;
		for (int entry = LIST; left > 0; entry += 16) {
			int where = random.nextInt(0x401000);
			int n = Math.min(Math.min(left, 1 + random.nextInt(80)), 4096 - (where & 4095));
			boolean wild = random.nextInt(12) == 0;
			left -= n;
			m.storage.store64(entry, (long) (wild ? random.nextInt(256) : left == 0 ? 0x80 : 0) << 56 | n);
			m.storage.store64(entry + 8L, where);
			mark(designated, where, n);
		}
	}

	private static void mark(boolean[] designated, int from, int length) {
		Arrays.fill(designated, Math.min(designated.length, from), Math.min(designated.length, from + length), true);
	}

	@Property(tries = 300)
	void holdsTheSameBytesHoweverItsAreaIsSplit(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3000) int length) {
		Random random = new Random(seed);
		TestMachine m = new TestMachine();
		m.device.record = new byte[length];
		random.nextBytes(m.device.record);
		m.device.capacity = length;
		m.device.piece = random.nextBoolean() ? Integer.MAX_VALUE : 1 + random.nextInt(500);
		m.words(TCCB, 0x7F00_0000, 20, 0x1FFE_0000, 0, 0x0200_0000, length, 0, (length + 3 & ~3) + 4);
		m.words(TCW, 0x0004_0000, 3 << 18 | 0x0002_0000).doublewords(TCW + 8, LIST, LIST, TSB, TCCB);
		m.words(TCW + 40, length, length, 0, 0, 0, 0);
		byte[] gathered = new byte[length];
		int free = 0x40000;
		int entry = LIST;
		int done = 0;
		int[][] pieces = new int[length][];
		int used = 0;
		while (done < length) {
			if ((entry & 4095) == 4080) {
				m.storage.store64(entry, 0x10L << 56);
				m.storage.store64(entry + 8L, entry + 0x2010L);
				entry += 0x2010;
			}
			free = (free + 4095 & -4096) + random.nextInt(4000);
			int n = Math.min(Math.min(length - done, 1 + random.nextInt(40)), 4096 - (free & 4095));
			m.storage.store64(entry, (long) (done + n == length ? 0x80 : 0) << 56 | n);
			m.storage.store64(entry + 8L, free);
			pieces[used++] = new int[] { free, done, n };
			free += n;
			done += n;
			entry += 16;
		}
		assertThat(m.run(TRANSPORT, TCW)).isEqualTo("00104007 00011000 0C000100");
		for (int i = 0; i < used; i++) {
			m.storage.load(pieces[i][0], gathered, pieces[i][1], pieces[i][2]);
		}
		assertThat(gathered).isEqualTo(m.device.record);
		m.words(TCW, 0x0001_0000, 3 << 18 | 0x0001_0000).words(TCCB + 16, 0x0100_0000);
		assertThat(m.run(TRANSPORT, TCW)).isEqualTo("00104007 00011000 0C000100");
		assertThat(m.device.written).isEqualTo(m.device.record);
	}
}
