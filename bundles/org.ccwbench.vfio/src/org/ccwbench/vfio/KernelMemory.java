// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import java.util.Arrays;

/**
 * The part of host storage in which the kernel keeps channel programs, lists and blocks: below 2 GiB, because
 * a format-1 CCW and an ORB have 31 bits for an address. It hands out addresses only; the bytes lie in host
 * storage. Sizes are rounded up to powers of two from 64, and a piece is aligned to its size, so that none
 * of up to 4,096 bytes crosses a page. Freed pieces are handed out again last in, first out. Not thread-safe.
 */
public final class KernelMemory {
	/** First absolute address. */
	public static final long START = 0x1000_0000L;
	/** Address after the last: 2 GiB. */
	public static final long END = 0x8000_0000L;
	/** The largest piece. */
	public static final int LARGEST = 1 << 16;

	private static final int SMALLEST_SHIFT = 6;
	private static final int CLASSES = 17 - SMALLEST_SHIFT;

	private final long[][] free = new long[CLASSES][16];
	private final int[] freeCount = new int[CLASSES];
	private long next = START;
	private long live;

	/**
	 * A piece of at least {@code size} bytes, with whatever content it had.
	 *
	 * @return its absolute address, or -1 if it is larger than {@link #LARGEST} or nothing is left
	 */
	public long allocate(int size) {
		int c = classOf(size);
		if (c >= CLASSES) {
			return -1;
		}
		if (freeCount[c] > 0) {
			live++;
			return free[c][--freeCount[c]];
		}
		long length = 1L << c + SMALLEST_SHIFT;
		long at = next + length - 1 & -length;
		if (at + length > END) {
			return -1;
		}
		next = at + length;
		live++;
		return at;
	}

	/** Gives a piece back; {@code size} as it was asked for. */
	public void free(long address, int size) {
		int c = classOf(size);
		if (freeCount[c] == free[c].length) {
			free[c] = Arrays.copyOf(free[c], freeCount[c] * 2);
		}
		free[c][freeCount[c]++] = address;
		live--;
	}

	/** Pieces handed out and not given back. */
	public long live() {
		return live;
	}

	private static int classOf(int size) {
		return 32 - Integer.numberOfLeadingZeros(Math.max(size - 1, 0) >> SMALLEST_SHIFT);
	}
}
