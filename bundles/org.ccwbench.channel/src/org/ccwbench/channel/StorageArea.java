// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import org.ccwbench.storage.KeyedSpace;

/**
 * The storage area that a CCW designates: directly, through an IDAL in one of its three forms, or through a MIDAL
 * (PoP SA22-7832, chapter 15, "Designation of Storage Area"), with the checks of address, key and address limit
 * that its bytes must pass. It is walked piece by piece; a piece lies in one page.
 */
final class StorageArea {
	private static final int PAGE = 4096;

	private final Subchannel subchannel;
	private KeyedSpace storage;

	/** From the ORB. */
	private int key;
	private boolean format2;
	private int block;
	private long highest;

	/** From the current CCW. */
	private int flags;
	private long address;
	private int remaining;
	private boolean backward;

	/** The list that the CCW designates, and what is left of its current entry. */
	private long list;
	private boolean listEntered;
	private int left;
	private boolean lastEntry;
	/** Bytes of the count that MIDAWs with the skip flag stand for and that the device has not yet sent. */
	private int owed;

	private boolean checkedWhole;
	private int check;
	private boolean early;
	private long segment;

	StorageArea(Subchannel subchannel, KeyedSpace storage) {
		this.subchannel = subchannel;
		this.storage = storage;
	}

	/** Goes over to another space; only while no program runs. */
	void storage(KeyedSpace space) {
		storage = space;
	}

	/** Takes what an ORB says about addressing. */
	void begin(int orbKey, boolean format1Ccws, boolean format2Idaws, boolean blocks2K) {
		key = orbKey;
		highest = format1Ccws ? 0x7FFF_FFFFL : 0xFF_FFFFL;
		format2 = format2Idaws;
		block = format2Idaws && !blocks2K ? 4096 : 2048;
	}

	/** A command begins, perhaps one that stores from high addresses to low. */
	void command(boolean readsBackward) {
		backward = readsBackward;
		check = 0;
		early = false;
	}

	/** The area of the first or a data-chained CCW. */
	void designate(int ccwFlags, int count, long ccwAddress) {
		flags = ccwFlags;
		remaining = count;
		address = ccwAddress;
		checkedWhole = false;
		listEntered = false;
		lastEntry = false;
		owed = 0;
		left = 0;
	}

	/** A check that came from elsewhere. */
	void fail(int subchannelStatus) {
		check = subchannelStatus;
	}

	/** Program or protection check met so far, or 0. */
	int check() {
		return check;
	}

	/** Whether the check was met where the channel looks before it selects the device. */
	boolean early() {
		return early;
	}

	boolean has(int flag) {
		return (flags & flag) != 0;
	}

	boolean backward() {
		return backward;
	}

	/** What the count has left for bytes that are yet to be placed. */
	int remaining() {
		return remaining;
	}

	/** What the count has left for bytes that are to be dropped after all others. */
	int owed() {
		return owed;
	}

	void drop(int n) {
		owed -= n;
	}

	/** Where the piece lies that {@link #segment(int, boolean)} found. */
	long segment() {
		return segment;
	}

	/** Goes on behind {@code n} bytes of the piece. */
	void advance(int n) {
		remaining -= n;
		address += backward ? -n : n;
		if ((flags & (Ccw.IDA | Ccw.MIDA)) != 0) {
			left -= n;
		}
	}

	/** Counts bytes that are not placed anywhere. */
	void pass(int n) {
		remaining -= n;
	}

	/**
	 * Finds and checks where the next bytes lie: sets {@code segment}, or {@code check}.
	 *
	 * @return how many bytes can move there, at most {@code wanted}; 0 after a check, or if MIDAWs skip all the rest
	 */
	int segment(int wanted, boolean storing) {
		int n = wanted;
		if ((flags & Ccw.MIDA) != 0) {
			while (left == 0) {
				if (remaining == 0 || !nextMidaw(storing)) {
					return 0;
				}
			}
			n = Math.min(n, left);
		} else if ((flags & Ccw.IDA) != 0) {
			if (left == 0 && !nextIdaw()) {
				return 0;
			}
			n = Math.min(n, left);
		} else if (!checkedWhole && !whole(wanted)) {
			return 0;
		}
		long at = address;
		int in = (int) at & PAGE - 1;
		n = Math.min(n, backward ? in + 1 : PAGE - in);
		long from = backward ? at - n + 1 : at;
		segment = from;
		if (outside(from, n) || !subchannel.withinLimit(from, n)) {
			return stop(Scsw.PROGRAM_CHECK);
		}
		if (!(storing ? mayStore(from) : mayFetch(from))) {
			return stop(Scsw.PROTECTION_CHECK);
		}
		storage.refer(from, storing);
		return n;
	}

	/** The area of a CCW without indirection is checked as a whole, as far as the device first reaches. */
	private boolean whole(int wanted) {
		long from = backward ? address - wanted + 1 : address;
		if (from < 0 || outside(from, wanted) || !subchannel.withinLimit(from, wanted)) {
			early = true;
			stop(Scsw.PROGRAM_CHECK);
			return false;
		}
		checkedWhole = true;
		return true;
	}

	private boolean nextIdaw() {
		int size = format2 ? 8 : 4;
		if (!enterList(3, size) || !fetchable(size)) {
			return false;
		}
		if (format2 && (list & 7) != 0) {
			stop(Scsw.PROGRAM_CHECK);
			return false;
		}
		long word = format2 ? storage.load64(list) : storage.load32(list);
		subchannel.indirectFetched(list, size, word);
		boolean first = !listEntered;
		listEntered = true;
		list += size;
		int in = (int) word & block - 1;
		if (word < 0 || !format2 && word > 0x7FFF_FFFFL || !first && in != (backward ? block - 1 : 0)) {
			stop(Scsw.PROGRAM_CHECK);
			return false;
		}
		address = word;
		left = backward ? in + 1 : block - in;
		return true;
	}

	private boolean nextMidaw(boolean storing) {
		if (lastEntry || listEntered && (list & PAGE - 1) == 0) {
			stop(Scsw.PROGRAM_CHECK);
			return false;
		}
		if (!enterList(15, 16) || !fetchable(16)) {
			return false;
		}
		long control = storage.load64(list);
		long word = storage.load64(list + 8);
		subchannel.indirectFetched(list, 16, word);
		listEntered = true;
		list += 16;
		int midawFlags = (int) (control >>> 16) & 0xFF;
		int count = (int) control & 0xFFFF;
		boolean skips = (midawFlags & 0x40) != 0;
		int in = (int) word & PAGE - 1;
		boolean crosses = backward ? in + 1 < count : in + count > PAGE;
		if (control >>> 24 != 0 || (midawFlags & 0x3F) != 0 || count == 0 || count > remaining
				|| !skips && (crosses || word < 0)) {
			stop(Scsw.PROGRAM_CHECK);
			return false;
		}
		lastEntry = (midawFlags & 0x80) != 0;
		if (skips && storing) {
			// The recorders agree: what such an entry keeps from storage is the end of the data, not the bytes in its turn.
			remaining -= count;
			owed += count;
			return true;
		}
		address = word;
		left = count;
		return true;
	}

	/** Before the first entry: the list must be aligned and there, which the channel sees before it selects the device. */
	private boolean enterList(int alignment, int size) {
		if (listEntered) {
			return true;
		}
		list = address;
		if ((list & alignment) != 0 || list + size - 1 > highest || !storage.contains(list, size)) {
			early = true;
			stop(Scsw.PROGRAM_CHECK);
			return false;
		}
		return true;
	}

	private boolean fetchable(int size) {
		if (list + size - 1 > highest || !storage.contains(list, size)) {
			stop(Scsw.PROGRAM_CHECK);
			return false;
		}
		if (!mayFetch(list)) {
			stop(Scsw.PROTECTION_CHECK);
			return false;
		}
		storage.refer(list, false);
		return true;
	}

	/** Whether bytes of a direct area lie beyond what its format can address, or in no storage. */
	private boolean outside(long from, int length) {
		if ((flags & (Ccw.IDA | Ccw.MIDA)) == 0 && from + length - 1 > highest) {
			return true;
		}
		return !storage.contains(from, length);
	}

	boolean mayFetch(long at) {
		if (!storage.permits(at, false)) {
			return false;
		}
		if (key == 0) {
			return true;
		}
		int k = storage.key(at);
		return (k & 4) == 0 || k >>> 3 == key;
	}

	private boolean mayStore(long at) {
		return storage.permits(at, true) && (key == 0 || storage.key(at) >>> 3 == key);
	}

	private int stop(int subchannelStatus) {
		check = subchannelStatus;
		return 0;
	}
}
