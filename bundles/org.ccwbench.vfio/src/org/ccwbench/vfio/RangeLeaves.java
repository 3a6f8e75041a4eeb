// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import java.util.Arrays;

/**
 * Ranges sorted by where they start, in leaves of 32. The first starts of all leaves lie in one array that a
 * processor's cache holds; a leaf's own starts lie together and so do the rest of its ranges, in few large pieces of
 * memory: a look-up among a million touches three lines of memory that are not in a cache. An insertion moves at most
 * one leaf and the list of leaves.
 * <p>A place is the number of a leaf times 32 plus the number in the leaf; a change makes places invalid.
 */
final class RangeLeaves {
	private static final int SHIFT = 5;
	private static final int LEAF = 1 << SHIFT;
	private static final int STRIDE = 3 * LEAF;
	/** log2 of the leaves of a piece. */
	private static final int PIECE_SHIFT = 10;
	private static final int PIECE = 1 << PIECE_SHIFT;
	private static final long NONE = Long.MAX_VALUE;
	private static final long FLAGS = 4095;

	private long[][] pieces = {new long[PIECE * STRIDE]};
	/** Of each leaf, in order: where its first range starts, and behind that where the leaf lies. */
	private long[] index = new long[32];
	/** Of each leaf, how many ranges it has. */
	private int[] used = new int[16];
	private int leaves = 1;
	/** Slots that were leaves once. */
	private int[] free = new int[16];
	private int freeCount;
	private int slotCount = 1;

	RangeLeaves() {
		Arrays.fill(pieces[0], 0, LEAF, NONE);
	}

	/** Place of the last range that starts at or below; −1 if none does. */
	int floor(long address) {
		int n = leaf(address);
		int slot = slot(n);
		long[] piece = pieces[slot >>> PIECE_SHIFT];
		int base = (slot & PIECE - 1) * STRIDE;
		// What is not used starts above all.
		int i = last(piece, base, LEAF, address);
		return piece[base + i] > address ? -1 : n << SHIFT | i;
	}

	/** Place of the first range of all; −1 if there is none. */
	int first() {
		return used[0] == 0 ? -1 : 0;
	}

	/** The place after; −1 after the last. */
	int next(int place) {
		int n = place >>> SHIFT;
		if ((place & LEAF - 1) + 1 < used[n]) {
			return place + 1;
		}
		return n + 1 < leaves ? n + 1 << SHIFT : -1;
	}

	long start(int place) {
		return piece(place >>> SHIFT)[base(place >>> SHIFT) + (place & LEAF - 1)];
	}

	/** Address after the range's last, with what else was given in its low 12 bits. */
	long endAndFlags(int place) {
		return piece(place >>> SHIFT)[base(place >>> SHIFT) + LEAF + 2 * (place & LEAF - 1)];
	}

	long target(int place) {
		return piece(place >>> SHIFT)[base(place >>> SHIFT) + LEAF + 2 * (place & LEAF - 1) + 1];
	}

	/** Low bits of {@link #endAndFlags} that are no address. */
	static int flags(long endAndFlags) {
		return (int) (endAndFlags & FLAGS);
	}

	void insert(long start, long endAndFlags, long target) {
		int n = leaf(start);
		if (used[n] == LEAF) {
			split(n);
			n = leaf(start);
		}
		long[] p = piece(n);
		int base = base(n);
		int i = used[n] == 0 ? 0 : last(p, base, LEAF, start) + (p[base] > start ? 0 : 1);
		System.arraycopy(p, base + i, p, base + i + 1, used[n] - i);
		System.arraycopy(p, base + LEAF + 2 * i, p, base + LEAF + 2 * (i + 1), 2 * (used[n] - i));
		p[base + i] = start;
		p[base + LEAF + 2 * i] = endAndFlags;
		p[base + LEAF + 2 * i + 1] = target;
		used[n]++;
		index[2 * n] = p[base];
	}

	void remove(int place) {
		int n = place >>> SHIFT;
		int i = place & LEAF - 1;
		long[] p = piece(n);
		int base = base(n);
		used[n]--;
		System.arraycopy(p, base + i + 1, p, base + i, used[n] - i);
		System.arraycopy(p, base + LEAF + 2 * (i + 1), p, base + LEAF + 2 * i, 2 * (used[n] - i));
		p[base + used[n]] = NONE;
		index[2 * n] = p[base];
		if (used[n] == 0 && leaves > 1) {
			if (freeCount == free.length) {
				free = Arrays.copyOf(free, freeCount * 2);
			}
			free[freeCount++] = slot(n);
			shift(n + 1, n);
			leaves--;
		}
	}

	private void split(int n) {
		if (leaves == used.length) {
			index = Arrays.copyOf(index, leaves * 4);
			used = Arrays.copyOf(used, leaves * 2);
		}
		shift(n + 1, n + 2);
		leaves++;
		index[2 * (n + 1) + 1] = freeCount > 0 ? free[--freeCount] : slotCount++;
		if (slot(n + 1) >>> PIECE_SHIFT == pieces.length) {
			pieces = Arrays.copyOf(pieces, pieces.length + 1);
			pieces[pieces.length - 1] = new long[PIECE * STRIDE];
		}
		// What is put behind all that is there leaves full leaves behind.
		int kept = n == leaves - 2 ? LEAF - 2 : LEAF / 2;
		long[] from = piece(n);
		long[] to = piece(n + 1);
		int base = base(n + 1);
		System.arraycopy(from, base(n) + kept, to, base, LEAF - kept);
		System.arraycopy(from, base(n) + LEAF + 2 * kept, to, base + LEAF, 2 * (LEAF - kept));
		Arrays.fill(to, base + LEAF - kept, base + LEAF, NONE);
		Arrays.fill(from, base(n) + kept, base(n) + LEAF, NONE);
		used[n] = kept;
		used[n + 1] = LEAF - kept;
		index[2 * (n + 1)] = to[base];
	}

	/** Moves the entries of the leaves from one number on to another. */
	private void shift(int from, int to) {
		System.arraycopy(index, 2 * from, index, 2 * to, 2 * (leaves - from));
		System.arraycopy(used, from, used, to, leaves - from);
	}

	private int slot(int leaf) {
		return (int) index[2 * leaf + 1];
	}

	private long[] piece(int leaf) {
		return pieces[slot(leaf) >>> PIECE_SHIFT];
	}

	private int base(int leaf) {
		return (slot(leaf) & PIECE - 1) * STRIDE;
	}

	/**
	 * The leaf in which a range that starts there would lie. Ranges are often spread evenly: a guess by rule of three is
	 * near then, and steps of doubled length find it from there; if not, they are as many as halving would need.
	 */
	private int leaf(long address) {
		int top = leaves - 1;
		if (top == 0 || address >= index[2 * top]) {
			return top;
		}
		if (address < index[2]) {
			return 0;
		}
		long lowest = index[2];
		int low = 1 + (int) ((double) (address - lowest) / (index[2 * top] - lowest) * (top - 1));
		int high;
		if (index[2 * low] <= address) {
			int step = 1;
			for (high = low + 1; high < top && index[2 * high] <= address; step <<= 1) {
				low = high;
				high = Math.min(top, high + step);
			}
		} else {
			int step = 1;
			for (high = low--; index[2 * low] > address; step <<= 1) {
				high = low;
				low = Math.max(1, low - step);
			}
		}
		while (high - low > 1) {
			int middle = low + high >>> 1;
			if (index[2 * middle] <= address) {
				low = middle;
			} else {
				high = middle;
			}
		}
		return low;
	}

	/** Which of {@code n} ascending numbers is the last that is not above, 0 if all are: without a branch to foresee. */
	private static int last(long[] numbers, int base, int n, long address) {
		int low = base;
		for (int left = n; left > 1;) {
			int half = left >>> 1;
			low = numbers[low + half] <= address ? low + half : low;
			left -= half;
		}
		return low - base;
	}
}
