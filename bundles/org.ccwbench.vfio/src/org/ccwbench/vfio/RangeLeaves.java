// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import java.util.Arrays;

/**
 * Ranges sorted by where they start, in leaves of 128. Where each leaf begins and lies is in two arrays that a
 * processor's second cache holds; a range's start, end and target lie side by side, in few large pieces of memory.
 * A look-up guesses the leaf and the range by rule of three. Where ranges are spread evenly it waits for memory once,
 * and the processor has begun the next by then; where not, it looks around, first at eight starts without a branch.
 * An insertion moves at most one leaf and the list of leaves.
 * <p>A place is the number of a slot for a leaf times 128 plus the number in the leaf; a change makes places invalid.
 */
final class RangeLeaves {
	private static final int SHIFT = 7;
	private static final int LEAF = 1 << SHIFT;
	/** Longs of a range: where it starts, its end and flags, its target. */
	private static final int RANGE = 3;
	private static final int STRIDE = RANGE * LEAF;
	/** Starts that are compared at once. */
	private static final int WINDOW = 8;
	/** log2 of the leaves of a piece. */
	private static final int PIECE_SHIFT = 8;
	private static final int PIECE = 1 << PIECE_SHIFT;
	private static final long NONE = Long.MAX_VALUE;
	private static final long FLAGS = 4095;
	private static final int USED = 2 * LEAF - 1;

	private long[][] pieces = {new long[STRIDE]};
	/** Of each leaf, in order: where its first range starts; behind the last leaf, where its last range ends. */
	private long[] heads = new long[16];
	/** Of each leaf, in order: twice the place of its first range, and how many ranges it has. */
	private int[] slots = new int[16];
	private int leaves = 1;
	/** Leaves in a unit of address, from the second leaf to the last. */
	private double density;
	/** Slots that were leaves once. */
	private int[] free = new int[16];
	private int freeCount;
	private int slotCount = 1;

	RangeLeaves() {
		clear(pieces[0], 0, LEAF);
		heads[0] = NONE;
		heads[1] = NONE;
	}

	/** Place of the last range that starts at or below; −1 if none does. */
	int floor(long address) {
		int n = leaf(address);
		int first = first(n);
		int guess = guess(n, address);
		long[] p = piece(first);
		int at = at(first | guess);
		if (p[at] <= address && address < (p[at + 1] & ~FLAGS)) {
			return first | guess;
		}
		int i = last(p, at(first), guess, address);
		return i < 0 ? -1 : first | i;
	}

	/** Place of the first range of all; −1 if there is none. */
	int first() {
		return used(0) == 0 ? -1 : first(0);
	}

	/** The place after; −1 after the last. */
	int next(int place) {
		int n = leaf(start(place));
		if ((place & LEAF - 1) + 1 < used(n)) {
			return place + 1;
		}
		return n + 1 < leaves ? first(n + 1) : -1;
	}

	long start(int place) {
		return piece(place)[at(place)];
	}

	/** Address after the range's last, with what else was given in its low 12 bits. */
	long endAndFlags(int place) {
		return piece(place)[at(place) + 1];
	}

	long target(int place) {
		return piece(place)[at(place) + 2];
	}

	/** Low bits of {@link #endAndFlags} that are no address. */
	static int flags(long endAndFlags) {
		return (int) (endAndFlags & FLAGS);
	}

	void insert(long start, long endAndFlags, long target) {
		int n = leaf(start);
		if (used(n) == LEAF) {
			split(n);
			n = leaf(start);
		}
		int first = first(n);
		long[] p = piece(first);
		int used = used(n);
		int i = last(p, at(first), guess(n, start), start) + 1;
		int at = at(first) + RANGE * i;
		System.arraycopy(p, at, p, at + RANGE, RANGE * (used - i));
		p[at] = start;
		p[at + 1] = endAndFlags;
		p[at + 2] = target;
		slots[n]++;
		heads[n] = p[at(first)];
		measure();
	}

	void remove(int place) {
		int n = leaf(start(place));
		int first = first(n);
		int used = used(n) - 1;
		long[] p = piece(place);
		int at = at(place);
		System.arraycopy(p, at + RANGE, p, at, RANGE * (used - (place - first)));
		p[at(first) + RANGE * used] = NONE;
		slots[n]--;
		heads[n] = p[at(first)];
		if (used == 0 && leaves > 1) {
			if (freeCount == free.length) {
				free = Arrays.copyOf(free, freeCount * 2);
			}
			free[freeCount++] = first >>> SHIFT;
			shift(n + 1, n);
			leaves--;
		}
		measure();
	}

	private void split(int n) {
		if (leaves + 1 == slots.length) {
			heads = Arrays.copyOf(heads, slots.length * 2);
			slots = Arrays.copyOf(slots, slots.length * 2);
		}
		shift(n + 1, n + 2);
		leaves++;
		int slot = freeCount > 0 ? free[--freeCount] : fresh();
		// What is put behind all that is there leaves full leaves behind.
		int kept = n == leaves - 2 ? LEAF - 2 : LEAF / 2;
		slots[n] = slots[n] & ~USED | kept;
		slots[n + 1] = slot << SHIFT + 1 | LEAF - kept;
		long[] from = piece(first(n));
		long[] to = piece(first(n + 1));
		int half = at(first(n) | kept);
		int at = at(first(n + 1));
		System.arraycopy(from, half, to, at, RANGE * (LEAF - kept));
		clear(to, at + RANGE * (LEAF - kept), kept);
		clear(from, half, LEAF - kept);
		heads[n + 1] = to[at];
		measure();
	}

	/** A slot that no leaf was in yet. The first piece grows with its leaves: most maps are small. */
	private int fresh() {
		int piece = slotCount >>> PIECE_SHIFT;
		if (piece == pieces.length) {
			pieces = Arrays.copyOf(pieces, piece + 1);
			pieces[piece] = new long[PIECE * STRIDE];
		} else if (slotCount * STRIDE == pieces[0].length) {
			pieces[0] = Arrays.copyOf(pieces[0], pieces[0].length * 2);
		}
		return slotCount++;
	}

	/** Makes {@code n} ranges such as start above all. */
	private static void clear(long[] piece, int at, int n) {
		for (int i = 0; i < n; i++) {
			piece[at + RANGE * i] = NONE;
		}
	}

	/** Moves the entries of the leaves from one number on, and the end of them, to another. */
	private void shift(int from, int to) {
		System.arraycopy(heads, from, heads, to, leaves + 1 - from);
		System.arraycopy(slots, from, slots, to, leaves - from);
	}

	/** What guesses are made from. */
	private void measure() {
		int top = leaves - 1;
		heads[leaves] = used(top) == 0 ? NONE : endAndFlags(first(top) + used(top) - 1) & ~FLAGS;
		density = top < 2 ? 0 : (top - 1) / (double) (heads[top] - heads[1]);
	}

	private int used(int leaf) {
		return slots[leaf] & USED;
	}

	/** Place of a leaf's first range. */
	private int first(int leaf) {
		return (slots[leaf] & ~USED) >>> 1;
	}

	private long[] piece(int place) {
		return pieces[place >>> PIECE_SHIFT + SHIFT];
	}

	private static int at(int place) {
		return (place & PIECE * LEAF - 1) * RANGE;
	}

	/**
	 * The leaf in which a range that starts there would lie. Ranges are often spread evenly: a guess by rule of three is
	 * often right then.
	 */
	private int leaf(long address) {
		int top = leaves - 1;
		if (address >= heads[top] || address < heads[1]) {
			return address < heads[1] ? 0 : top;
		}
		int guess = 1 + (int) ((address - heads[1]) * density);
		return heads[guess] <= address && address < heads[guess + 1] ? guess : leaf(address, guess, top);
	}

	/** The leaf by steps of doubled length from a guess: if that is bad, they are as many as halving would need. */
	private int leaf(long address, int guess, int top) {
		int low = guess;
		int high;
		if (heads[low] <= address) {
			int step = 1;
			for (high = low + 1; high < top && heads[high] <= address; step <<= 1) {
				low = high;
				high = Math.min(top, high + step);
			}
		} else {
			int step = 1;
			for (high = low--; heads[low] > address; step <<= 1) {
				high = low;
				low = Math.max(1, low - step);
			}
		}
		while (high - low > 1) {
			int middle = low + high >>> 1;
			if (heads[middle] <= address) {
				low = middle;
			} else {
				high = middle;
			}
		}
		return low;
	}

	/** Which range of a leaf it is if they are spread evenly there. */
	private int guess(int n, long address) {
		long head = heads[n];
		int guess = (int) ((double) (address - head) / (heads[n + 1] - head) * used(n));
		return Math.max(0, Math.min(LEAF - 1, guess));
	}

	/** Which range of a leaf is the last that does not start above; −1 if all do. It is looked for near a guess. */
	private static int last(long[] p, int first, int guess, long address) {
		int from = Math.max(0, Math.min(LEAF - WINDOW, guess - (WINDOW / 2 - 1)));
		int below = below(p, first + RANGE * from, address);
		// Step by step, for the next eight are on their way from memory by then.
		while (below == 0 && from > 0) {
			from = Math.max(0, from - WINDOW);
			below = below(p, first + RANGE * from, address);
		}
		while (below == WINDOW && from < LEAF - WINDOW) {
			from = Math.min(LEAF - WINDOW, from + WINDOW);
			below = below(p, first + RANGE * from, address);
		}
		return from + below - 1;
	}

	/** How many of the eight ranges from there on do not start above the address: without a branch to foresee. */
	private static int below(long[] p, int at, long address) {
		long above = (address - p[at] >>> 63) + (address - p[at + RANGE] >>> 63) + (address - p[at + 2 * RANGE] >>> 63)
				+ (address - p[at + 3 * RANGE] >>> 63) + (address - p[at + 4 * RANGE] >>> 63) + (address - p[at + 5 * RANGE] >>> 63)
				+ (address - p[at + 6 * RANGE] >>> 63) + (address - p[at + 7 * RANGE] >>> 63);
		return WINDOW - (int) above;
	}
}
