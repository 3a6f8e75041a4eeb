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

/** What holds for every channel program, whatever its bytes are. */
class AnyProgramTest {
	private static final int[] COMMANDS = { 0x01, 0x02, 0x0C, 0x03, 0x04, 0x07, 0x08, 0x0A, 0x0B, 0x23, 0x31, 0x53, 0x63,
			0x73, 0xAB, 0x00, 0x18 };
	private static final int LIST = 0x1A000;
	private static final int PAGES = 1024;

	/** Marks the bytes that the CCWs, IDAWs and MIDAWs fetched so far designate. */
	private static final class Designated implements ChannelListener {
		final boolean[] bytes = new boolean[PAGES * 4096];
		private final TestMachine machine;

		Designated(TestMachine machine) {
			this.machine = machine;
		}

		@Override
		public void ccwFetched(int subchannel, long address, long ccw, boolean format1) {
			int flags = (int) (format1 ? ccw >>> 48 : ccw >>> 24) & 0xFF;
			int count = (int) (format1 ? ccw >>> 32 : ccw) & 0xFFFF;
			long area = format1 ? ccw & 0xFFFF_FFFFL : ccw >>> 32 & 0xFF_FFFFL;
			if ((flags & (IDA | MIDA | SKIP)) == 0) {
				mark(area, area + count);
				mark(area - count + 1, area + 1);
			}
		}

		@Override
		public void indirectFetched(int subchannel, long address, int length, long word) {
			if (length == 16) {
				int count = (int) machine.storage.load64(address) & 0xFFFF;
				mark(word, word + count);
				mark(word - count + 1, word + 1);
			} else {
				mark(word & -4096, (word & -4096) + 4096);
			}
		}

		private void mark(long from, long to) {
			if (from < bytes.length && to > 0) {
				Arrays.fill(bytes, (int) Math.max(0, from), (int) Math.min(bytes.length, to), true);
			}
		}
	}

	@Property(tries = 3000)
	void endsInAPermittedStatusAndStoresOnlyWhereItMay(@ForAll long seed) {
		Random random = new Random(seed);
		TestMachine m = new TestMachine();
		Designated designated = new Designated(m);
		boolean format1 = random.nextInt(4) != 0;
		fill(m, random, format1);
		int key = random.nextInt(3) == 0 ? random.nextInt(16) : 0;
		for (int page = 0; page < PAGES; page++) {
			m.storage.setKey(page * 4096L, random.nextInt(8) == 0 ? random.nextInt(128) : key << 3);
		}
		m.device.piece = random.nextBoolean() ? Integer.MAX_VALUE : 1 + random.nextInt(40);
		byte[] before = m.storage.bytes(0, PAGES * 4096);
		int word1 = key << 28 | random.nextInt(256) << 16 & 0x0FFB_0000 | (format1 ? 0x0080_0000 : 0) | 0x8000
				| random.nextInt(256) & 0xC1;
		word1 = format1 ? word1 | 0x0080_0000 : word1 & ~0x0080_0000;
		int limited = random.nextInt(3);
		long limit = (long) random.nextInt(64) << 16;
		byte[] schib = m.subchannel.schib();
		schib[5] |= (byte) (limited << 5);
		assertThat(m.css.msch(SID, schib)).isZero();
		m.css.sal(limit);
		boolean checked = (word1 & 0x0010_0000) != 0;
		m.css.listener(designated);
		assertThat(m.start(word1)).isZero();
		m.css.advance(20_000);

		permitted(Bytes.get32(m.subchannel.irb(), 0));
		byte[] after = m.storage.bytes(0, PAGES * 4096);
		for (int i = Arrays.mismatch(before, after); i >= 0 && i < after.length; i++) {
			if (before[i] != after[i]) {
				assertThat(designated.bytes[i]).as("byte %X is in an area of the program", i).isTrue();
				int acc = m.storage.key(i) >>> 3;
				assertThat(key == 0 || acc == key).as("byte %X has key %d, the program %d", i, acc, key).isTrue();
				boolean within = limited == 0 || (limited == 1 ? i >= limit : i < limit);
				assertThat(!checked || within).as("byte %X, limit %X, mode %d", i, limit, limited).isTrue();
			}
		}
		m.css.csch(SID);
		m.css.advance(10);
		assertThat(m.scsw()).startsWith("00001001");
	}

	/** Combinations of status bits that there are (PoP SA22-7832, chapter 16, "Status Control"). */
	private static void permitted(int scsw) {
		int status = scsw & Scsw.STATUS;
		if ((status & Scsw.PENDING) == 0) {
			assertThat(status).isZero();
			assertThat(scsw & Scsw.FUNCTION).isEqualTo(Scsw.START);
		}
		boolean primary = (status & Scsw.PRIMARY) != 0;
		if ((status & Scsw.SECONDARY) != 0) {
			assertThat(primary).as("nobody has taken the primary status").isTrue();
			assertThat(scsw & Scsw.ACTIVITY).isZero();
		}
		if (primary) {
			assertThat(scsw & (Scsw.SUBCHANNEL_ACTIVE | Scsw.SUSPENDED)).isZero();
		}
		if ((scsw & Scsw.SUSPENDED) != 0) {
			assertThat(scsw & (Scsw.SUBCHANNEL_ACTIVE | Scsw.DEVICE_ACTIVE)).isZero();
		}
	}

	private static void fill(TestMachine m, Random random, boolean format1) {
		int ccws = 1 + random.nextInt(12);
		for (int i = 0; i < ccws; i++) {
			boolean wild = random.nextInt(20) == 0;
			int command = wild ? random.nextInt(256) : COMMANDS[random.nextInt(COMMANDS.length)];
			int flags = 0;
			for (int bit = 1; bit < 256; bit <<= 1) {
				flags |= random.nextInt(bit == CC ? 2 : bit == MIDA || bit == IDA ? 4 : 6) == 0 ? bit : 0;
			}
			int count = random.nextInt(10) == 0 ? random.nextInt(65536) : random.nextInt(120);
			boolean list = (flags & (IDA | MIDA)) != 0;
			int area = list ? LIST + random.nextInt(8) * 4 : random.nextInt(40) == 0 ? random.nextInt() : data(random);
			if (command == 0x08) {
				flags = wild ? flags : 0;
				count = wild ? count : 0;
				area = PROGRAM + 8 * random.nextInt(ccws + 1);
			}
			if (format1) {
				m.ccw(command, flags, count, area);
			} else {
				m.ccw0(command, area & 0xFF_FFFF, flags, count);
			}
		}
		for (int i = 0; i < 16; i++) {
			switch (random.nextInt(3)) {
			case 0 -> m.words(LIST + 8 * i, data(random), data(random) & ~2047);
			case 1 -> m.doublewords(LIST + 8 * i, data(random));
			default -> m.midaw(LIST + 8 * i, random.nextInt(4) << 6, random.nextInt(60), data(random));
			}
		}
	}

	/** An address anywhere in storage, the program and its lists included, and sometimes beyond. */
	private static int data(Random random) {
		return random.nextInt(4) == 0 ? PROGRAM + random.nextInt(0x10000) : random.nextInt(0x401000);
	}

	@Property(tries = 500)
	void holdsTheSameBytesHoweverItsAreaIsSplit(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20_000) int length) {
		Random random = new Random(seed);
		TestMachine m = new TestMachine();
		m.device.record = new byte[length];
		random.nextBytes(m.device.record);
		m.device.capacity = length;
		m.device.piece = random.nextBoolean() ? Integer.MAX_VALUE : 1 + random.nextInt(5000);
		boolean format2 = random.nextBoolean();
		boolean small = random.nextBoolean();
		Split split = new Split(m, random, format2, format2 && !small ? 4096 : 2048);
		split.area(length);
		int word1 = FORMAT1 | 0x40 | (format2 ? 0x0002_0000 : 0) | (small ? 0x0001_0000 : 0);
		String scsw = m.run(word1);
		assertThat(scsw).startsWith("00").endsWith("0C000000").contains("804007 ");
		assertThat(Arrays.mismatch(split.gather(length), m.device.record)).as("first byte that differs").isEqualTo(-1);

		m.storage.store8(PROGRAM, 0x01);
		assertThat(m.run(word1)).isEqualTo(scsw);
		assertThat(Arrays.mismatch(m.device.written, m.device.record)).as("first byte that differs").isEqualTo(-1);
	}

	/** Designates an area in randomly chosen pieces and remembers where they lie. */
	private static final class Split {
		private final TestMachine m;
		private final Random random;
		private final boolean format2;
		private final int block;
		private final int[] at = new int[40_000];
		private final int[] lengths = new int[40_000];
		private int pieces;
		private int free = 0x40000;
		private int list = 0x200000;

		Split(TestMachine m, Random random, boolean format2, int block) {
			this.m = m;
			this.random = random;
			this.format2 = format2;
			this.block = block;
		}

		void area(int length) {
			int left = length;
			while (left > 0) {
				int n = random.nextInt(3) == 0 ? left : 1 + random.nextInt(left);
				n = Math.min(n, left);
				int flags = left > n ? CD : 0;
				switch (random.nextInt(3)) {
				case 0 -> m.ccw(0x02, flags, n, piece(n));
				case 1 -> m.ccw(0x02, flags | IDA, n, idal(n));
				default -> {
					n = Math.min(n, 60 * 1024);
					m.ccw(0x02, (left > n ? CD : 0) | MIDA, n, midal(n));
				}
				}
				left -= n;
			}
		}

		private int piece(int n) {
			int a = free + random.nextInt(5000);
			free = a + n;
			return note(a, n);
		}

		private int note(int a, int n) {
			at[pieces] = a;
			lengths[pieces++] = n;
			return a;
		}

		private int idal(int n) {
			list = list + 7 & ~7;
			int start = list;
			int left = n;
			boolean first = true;
			while (left > 0) {
				free = free + 8191 & -4096;
				int in = first ? random.nextInt(block) : 0;
				int k = Math.min(left, block - in);
				note(free + in, k);
				if (format2) {
					m.doublewords(list, free + in);
				} else {
					m.words(list, free + in);
				}
				list += format2 ? 8 : 4;
				free += block;
				left -= k;
				first = false;
			}
			return start;
		}

		private int midal(int n) {
			list = list + 4095 & -4096;
			int start = list;
			int left = n;
			for (int entry = 0; left > 0; entry++) {
				free = free + 8191 & -4096;
				int in = random.nextInt(entry < 100 ? 4096 : 1);
				int k = Math.min(left, 1 + random.nextInt(4096 - in));
				k = entry < 100 ? k : Math.min(left, 4096);
				note(free + in, k);
				m.midaw(list, left == k ? 0x80 : 0, k, free + in);
				free += 4096;
				list += 16;
				left -= k;
			}
			return start;
		}

		byte[] gather(int length) {
			byte[] all = new byte[length];
			int done = 0;
			for (int i = 0; i < pieces; i++) {
				m.storage.load(at[i], all, done, lengths[i]);
				done += lengths[i];
			}
			assertThat(done).isEqualTo(length);
			return all;
		}
	}
}
