// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.packed;

import java.util.Arrays;

/**
 * Unpacks one bzip2 stream into an array, never more than that holds: "BZh" with the size of blocks, blocks (each a
 * Burrows-Wheeler transform of run-length coded bytes behind move-to-front and Huffman codes), and a checksum over
 * those of the blocks. Small on purpose: pieces of images are at most 64 KiB, and nothing that a stream says can make
 * it take more room or time than they need. Randomized blocks, which no writer has made since 1999, are refused.
 */
public final class Bzip2 {
	/** The answer to a stream that is damaged, or longer than there is room for. */
	public static final int DAMAGED = -1;

	private static final int BLOCK_UNIT = 100_000;
	private static final long BLOCK = 0x3141_5926_5359L;
	private static final long END = 0x1772_4538_5090L;
	private static final int RUN_A = 0;
	private static final int RUN_B = 1;
	/** Symbols between two choices of a code table. */
	private static final int GROUP = 50;
	private static final int LONGEST_CODE = 20;
	private static final int MOST_TABLES = 6;
	private static final int MOST_SYMBOLS = 258;
	private static final int[] CRC = crc();

	/** A stream that is not as it should be. */
	private static final class Damage extends RuntimeException {
		private static final long serialVersionUID = 1L;

		Damage() {
			super(null, null, false, false);
		}
	}

	private final byte[] in;
	private final int end;
	private int at;
	private int bits;
	private int held;
	private final byte[] out;
	private int there;
	/** Bytes of the transform, in the low byte, and above it where the next one stands. */
	private int[] block = new int[0];
	private final byte[] used = new byte[256];
	private final HuffmanTable[] tables = new HuffmanTable[MOST_TABLES];

	private Bzip2(byte[] in, int at, int end, byte[] out, int there) {
		this.in = in;
		this.at = at;
		this.end = end;
		this.out = out;
		this.there = there;
	}

	/** Unpacks {@code length} bytes; gives the number of bytes that are in {@code into} from {@code at} on, or {@link #DAMAGED}. */
	public static int unpack(byte[] from, int offset, int length, byte[] into, int at) {
		Bzip2 b = new Bzip2(from, offset, offset + length, into, at);
		try {
			b.stream();
			return b.there - at;
		} catch (Damage e) {
			return DAMAGED;
		}
	}

	private static int[] crc() {
		int[] table = new int[256];
		for (int i = 0; i < 256; i++) {
			int c = i << 24;
			for (int k = 0; k < 8; k++) {
				c = c < 0 ? c << 1 ^ 0x04C1_1DB7 : c << 1;
			}
			table[i] = c;
		}
		return table;
	}

	private static void need(boolean right) {
		if (!right) {
			throw new Damage();
		}
	}

	/** The next bits, 1 to 24 of them. */
	private int bits(int count) {
		while (bits < count) {
			need(at < end);
			held = held << 8 | in[at++] & 0xFF;
			bits += 8;
		}
		bits -= count;
		return held >>> bits & (1 << count) - 1;
	}

	private long wide(int count) {
		return (long) bits(count - 24) << 24 | bits(24);
	}

	private void stream() {
		need(bits(24) == ('B' << 16 | 'Z' << 8 | 'h'));
		int level = bits(8) - '0';
		need(level >= 1 && level <= 9);
		// Four equal bytes become five before the transform.
		int most = (int) Math.min(level * (long) BLOCK_UNIT, (out.length - there) * 5L / 4 + 8);
		int sum = 0;
		long mark;
		while ((mark = wide(48)) == BLOCK) {
			int expected = (int) wide(32);
			need(bits(1) == 0);
			int is = block(bits(24), most);
			need(is == expected);
			sum = (sum << 1 | sum >>> 31) ^ is;
		}
		need(mark == END && (int) wide(32) == sum);
	}

	/** Unpacks a block; gives its checksum. */
	private int block(int origin, int most) {
		int symbols = symbols();
		int count = transform(symbols, most, selectors(symbols));
		need(origin < count);
		return bytes(count, origin);
	}

	/** Reads which bytes there are; gives the number of symbols: two runs, the bytes but the first, the end. */
	private int symbols() {
		int groups = bits(16);
		int n = 0;
		for (int i = 0; i < 16; i++) {
			int members = (groups >>> 15 - i & 1) != 0 ? bits(16) : 0;
			for (int j = 0; j < 16; j++) {
				if ((members >>> 15 - j & 1) != 0) {
					used[n++] = (byte) (16 * i + j);
				}
			}
		}
		need(n > 0);
		return n + 2;
	}

	/** Reads which code table each group of symbols has, then the tables. */
	private byte[] selectors(int symbols) {
		int count = bits(3);
		need(count >= 2 && count <= MOST_TABLES);
		byte[] selectors = new byte[bits(15)];
		need(selectors.length > 0);
		byte[] front = {0, 1, 2, 3, 4, 5};
		for (int i = 0; i < selectors.length; i++) {
			int place = 0;
			while (bits(1) != 0) {
				need(++place < count);
			}
			selectors[i] = toFront(front, place);
		}
		for (int t = 0; t < count; t++) {
			tables[t] = table(symbols);
		}
		return selectors;
	}

	private HuffmanTable table(int symbols) {
		int[] lengths = new int[MOST_SYMBOLS];
		int length = bits(5);
		for (int s = 0; s < symbols; s++) {
			while (true) {
				need(length >= 1 && length <= LONGEST_CODE);
				if (bits(1) == 0) {
					break;
				}
				length += bits(1) == 0 ? 1 : -1;
			}
			lengths[s] = length;
		}
		return new HuffmanTable(lengths, symbols, LONGEST_CODE);
	}

	private static byte toFront(byte[] list, int place) {
		byte b = list[place];
		System.arraycopy(list, 0, list, 1, place);
		list[0] = b;
		return b;
	}

	private int symbol(HuffmanTable table) {
		int code = 0;
		for (int length = 1; length <= LONGEST_CODE; length++) {
			code = code << 1 | bits(1);
			int s = table.symbol(code, length);
			if (s >= 0) {
				return s;
			}
		}
		throw new Damage();
	}

	/** Undoes Huffman codes, runs and move-to-front; gives how many bytes the transform has. */
	private int transform(int symbols, int most, byte[] selectors) {
		if (block.length < most) {
			block = new int[most];
		}
		byte[] front = Arrays.copyOf(used, used.length);
		int count = 0;
		int run = 0;
		int weight = 1;
		for (int n = 0;; n++) {
			need(n / GROUP < selectors.length);
			int s = symbol(tables[selectors[n / GROUP]]);
			if (s == RUN_A || s == RUN_B) {
				run += weight << s;
				weight <<= 1;
				need(run <= most - count);
				continue;
			}
			Arrays.fill(block, count, count + run, front[0] & 0xFF);
			count += run;
			run = 0;
			weight = 1;
			if (s == symbols - 1) {
				return count;
			}
			need(count < most);
			block[count++] = toFront(front, s - 1) & 0xFF;
		}
	}

	/** Undoes the transform and the run-length code before it; gives the checksum of the bytes. */
	private int bytes(int count, int origin) {
		int[] first = new int[257];
		for (int i = 0; i < count; i++) {
			first[(block[i] & 0xFF) + 1]++;
		}
		for (int b = 0; b < 256; b++) {
			first[b + 1] += first[b];
		}
		for (int i = 0; i < count; i++) {
			block[first[block[i] & 0xFF]++] |= i << 8;
		}
		int sum = -1;
		int place = block[origin] >>> 8;
		int last = -1;
		int same = 0;
		for (int i = 0; i < count; i++) {
			int entry = block[place];
			int b = entry & 0xFF;
			place = entry >>> 8;
			int times = same == 4 ? b : 1;
			int value = same == 4 ? last : b;
			same = same == 4 ? 0 : b == last ? same + 1 : 1;
			last = value;
			need(times <= out.length - there);
			for (int k = 0; k < times; k++) {
				out[there++] = (byte) value;
				sum = sum << 8 ^ CRC[sum >>> 24 ^ value];
			}
			if (same == 0) {
				last = -1;
			}
		}
		return ~sum;
	}
}
