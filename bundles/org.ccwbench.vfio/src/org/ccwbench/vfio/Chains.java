// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import java.util.Arrays;

/**
 * The chains of one channel program while it is translated: stretches of CCWs without a gap, in the order in
 * which they were found. CCWs are format 1 and lie one after another in one array; those of chain {@code c} begin
 * at {@link #first}. Storage grows and is kept for the next program.
 */
final class Chains {
	/** The most CCWs in a chain. */
	static final int LONGEST = 256;

	int count;
	long[] guest = new long[16];
	long[] host = new long[16];
	int[] length = new int[16];
	/** CCWs of the chain that carry host addresses already. */
	int[] translated = new int[16];
	int[] first = new int[16];

	int ccws;
	long[] ccw = new long[LONGEST];
	/** Where the pins of a CCW begin among all pins, and how many there are. */
	int[] pinFirst = new int[LONGEST];
	int[] pinCount = new int[LONGEST];
	/** Bytes of the list that was made for a CCW, 0 if none; its address is the CCW's. */
	int[] list = new int[LONGEST];
	/** Where that list is to lie, while the CCW is translated. */
	long[] listAt = new long[LONGEST];
	/** Whether the guest's own CCW had a list. */
	boolean[] listed = new boolean[LONGEST];

	void clear() {
		count = 0;
		ccws = 0;
	}

	/** Makes room for one more chain, however long; returns the index at which its CCWs are to be put. */
	int room() {
		if (ccws + LONGEST > ccw.length) {
			int size = ccw.length * 2;
			ccw = Arrays.copyOf(ccw, size);
			pinFirst = Arrays.copyOf(pinFirst, size);
			pinCount = Arrays.copyOf(pinCount, size);
			list = Arrays.copyOf(list, size);
			listAt = Arrays.copyOf(listAt, size);
			listed = Arrays.copyOf(listed, size);
		}
		return ccws;
	}

	/** Puts a CCW at an index of the {@link #room}, without a list or pins yet. */
	void put(int at, long format1) {
		ccw[at] = format1;
		pinCount[at] = 0;
		list[at] = 0;
	}

	/** Adds a chain whose {@code n} CCWs were put into the {@link #room}; returns its index. */
	int add(long guestAddress, long hostAddress, int n) {
		if (count == guest.length) {
			int size = count * 2;
			guest = Arrays.copyOf(guest, size);
			host = Arrays.copyOf(host, size);
			length = Arrays.copyOf(length, size);
			translated = Arrays.copyOf(translated, size);
			first = Arrays.copyOf(first, size);
		}
		guest[count] = guestAddress;
		host[count] = hostAddress;
		length[count] = n;
		translated[count] = n;
		first[count] = ccws;
		ccws += n;
		return count++;
	}

	/** The first chain within which the address lies, at whatever byte of a CCW but the last's; -1 if none. */
	int holding(long guestAddress) {
		for (int c = 0; c < count; c++) {
			if (within(guestAddress, guest[c], length[c])) {
				return c;
			}
		}
		return -1;
	}

	/**
	 * Whether an address is that of the first to last of {@code n} CCWs, or between them; all are of 32 bits, and so is
	 * the sum.
	 */
	static boolean within(long address, long head, int n) {
		return head <= address && address <= (head + (n - 1L) * Ccw.SIZE & 0xFFFF_FFFFL);
	}
}
