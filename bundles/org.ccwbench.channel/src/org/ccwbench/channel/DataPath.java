// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import org.ccwbench.storage.Storage;

/**
 * The way of data between a device and the storage areas that a CCW designates: directly, through an IDAL in
 * one of its three forms, or through a MIDAL (PoP SA22-7832, chapter 15, "Designation of Storage Area"). One
 * per subchannel; allocates nothing per command.
 */
final class DataPath implements Transfer {
	/** Ends a command that a check stopped before its first byte, as if the device had never been selected. */
	private static final class Abandoned extends RuntimeException {
		private static final long serialVersionUID = 1L;

		Abandoned() {
			super("check before the first byte", null, false, false);
		}
	}

	static final RuntimeException ABANDONED = new Abandoned();

	private static final int PAGE = 4096;

	private final Subchannel subchannel;
	private final ChannelProgram program;
	private final Storage storage;

	/** From the ORB. */
	private int key;
	private boolean format2;
	private int block;
	private long highest;

	/** From the current CCW. */
	private int flags;
	private long address;
	private int remaining;

	/** The list that the CCW designates, and what is left of its current entry. */
	private long list;
	private boolean listEntered;
	private int left;
	private boolean lastEntry;
	/** Bytes of the count that MIDAWs with the skip flag stand for and that the device has not yet sent. */
	private int owed;

	private boolean backward;
	private boolean open;
	private boolean executing;
	private boolean touched;
	private boolean moved;
	private boolean longer;
	private boolean checkedWhole;
	private int check;
	private boolean early;
	private long segment;
	private byte[] reversed;

	DataPath(Subchannel subchannel, ChannelProgram program, Storage storage) {
		this.subchannel = subchannel;
		this.program = program;
		this.storage = storage;
	}

	/** Takes what an ORB says about addressing. */
	void begin(int orbKey, boolean format1Ccws, boolean format2Idaws, boolean blocks2K) {
		key = orbKey;
		highest = format1Ccws ? 0x7FFF_FFFFL : 0xFF_FFFFL;
		format2 = format2Idaws;
		block = format2Idaws && !blocks2K ? 4096 : 2048;
	}

	/** A command begins with this CCW. */
	void command(int command, int ccwFlags, int count, long ccwAddress) {
		backward = (command & 0x0F) == 0x0C;
		open = true;
		touched = false;
		moved = false;
		longer = false;
		check = 0;
		early = false;
		area(ccwFlags, count, ccwAddress);
	}

	/** The storage area of the first or a data-chained CCW. */
	void area(int ccwFlags, int count, long ccwAddress) {
		flags = ccwFlags;
		remaining = count;
		address = ccwAddress;
		checkedWhole = false;
		listEntered = false;
		lastEntry = false;
		owed = 0;
		left = 0;
	}

	/** Whether the device is being called; while it is, a check before the first byte unwinds it. */
	void executing(boolean now) {
		executing = now;
	}

	/** The command is over: later calls move nothing. */
	void close() {
		open = false;
	}

	/** A check that came from fetching a data-chained CCW. */
	void fail(int subchannelStatus) {
		check = subchannelStatus;
	}

	/** Program or protection check met so far, or 0. */
	int check() {
		return check;
	}

	/** What the current CCW's count has left. */
	int remaining() {
		return remaining + owed;
	}

	/** Whether the device asked for data movement at all, even of no byte. */
	boolean touched() {
		return touched;
	}

	/** Whether the device offered more than the counts took. */
	boolean longer() {
		return longer;
	}

	@Override
	public boolean chained() {
		return program.chained();
	}

	@Override
	public boolean chaining() {
		return program.chaining();
	}

	@Override
	public int previousCommand() {
		return program.previousCommand();
	}

	@Override
	public int beforeDataChaining() {
		return (flags & Ccw.CHAIN_DATA) != 0 ? remaining : Integer.MAX_VALUE;
	}

	@Override
	public int send(byte[] data, int offset, int length) {
		touched = true;
		if (!open) {
			return 0;
		}
		int done = 0;
		while (done < length) {
			if (remaining == 0 && owed > 0) {
				int n = Math.min(length - done, owed);
				owed -= n;
				done += n;
				continue;
			}
			if (remaining == 0) {
				if (check == 0 && (flags & Ccw.CHAIN_DATA) == 0) {
					longer = true;
				}
				if (check != 0 || (flags & Ccw.CHAIN_DATA) == 0 || !program.chainData()) {
					break;
				}
			}
			int n = Math.min(length - done, remaining);
			if (check == 0 && (flags & Ccw.SKIP) == 0) {
				n = segment(n, true);
				if (check != 0) {
					if (early && !moved && executing) {
						throw ABANDONED;
					}
					// The device is not told: the channel takes the rest of the count and stores nothing.
					continue;
				}
				if (n == 0) {
					continue;
				}
				put(data, offset + done, n);
				advance(n);
			}
			moved = true;
			remaining -= n;
			done += n;
		}
		return done;
	}

	@Override
	public int receive(byte[] into, int offset, int length) {
		touched = true;
		if (!open) {
			return 0;
		}
		int done = 0;
		while (done < length && check == 0) {
			if (remaining == 0 && ((flags & Ccw.CHAIN_DATA) == 0 || !program.chainData())) {
				break;
			}
			int n = segment(Math.min(length - done, remaining), false);
			if (check != 0) {
				// Output is fetched ahead of selection, so a bad first byte keeps the command from the device.
				if (!moved && executing) {
					early = true;
					throw ABANDONED;
				}
				break;
			}
			get(into, offset + done, n);
			advance(n);
			moved = true;
			remaining -= n;
			done += n;
		}
		return done;
	}

	/**
	 * Finds and checks where the next bytes lie: sets {@code segment}, or {@code check}.
	 *
	 * @return how many bytes can move there, at most {@code wanted}; 0 after a check, or if MIDAWs skip all the rest
	 */
	private int segment(int wanted, boolean storing) {
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
		if (key == 0) {
			return true;
		}
		int k = storage.key(at);
		return (k & 4) == 0 || k >>> 3 == key;
	}

	private boolean mayStore(long at) {
		return key == 0 || storage.key(at) >>> 3 == key;
	}

	private int stop(int subchannelStatus) {
		check = subchannelStatus;
		return 0;
	}

	private void advance(int n) {
		address += backward ? -n : n;
		if ((flags & (Ccw.IDA | Ccw.MIDA)) != 0) {
			left -= n;
		}
	}

	private void put(byte[] data, int offset, int n) {
		if (backward) {
			byte[] turned = turned();
			for (int i = 0; i < n; i++) {
				turned[n - 1 - i] = data[offset + i];
			}
			storage.store(segment, turned, 0, n);
		} else {
			storage.store(segment, data, offset, n);
		}
		subchannel.dataMoved(segment, n, true);
	}

	private void get(byte[] into, int offset, int n) {
		storage.load(segment, into, offset, n);
		subchannel.dataMoved(segment, n, false);
	}

	private byte[] turned() {
		if (reversed == null) {
			reversed = new byte[PAGE];
		}
		return reversed;
	}
}
