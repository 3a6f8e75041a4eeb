// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import org.ccwbench.storage.KeyedSpace;

/**
 * A storage area that a transport-control word designates for input, output or its command block: directly, or by
 * a list of TIDAWs (PoP SA22-7832, chapter 15, "Transport-Indirect-Data-Address Word"). It is walked once, piece by
 * piece; a piece lies in one page.
 */
final class TransportArea {
	private static final int PAGE = 4096;
	private static final int LAST = 0x80;
	private static final int SKIP = 0x40;
	private static final int INTERRUPTION = 0x20;
	private static final int TRANSFER_IN_CHANNEL = 0x10;
	private static final int INSERT_CHECK_BYTES = 0x08;
	/** Check bytes that go after a stretch of output, which is padded to a word. */
	private static final int CHECK_BYTES = 4;

	private final Subchannel subchannel;
	private KeyedSpace storage;
	private int key;
	private boolean listed;
	private long next;
	private long left;
	private long transported;

	/** What is left of the current TIDAW, and its flags. */
	private long address;
	private long piece;
	private int flags;
	private boolean entered;
	private boolean interruption;

	private int check;
	private long segment;

	TransportArea(Subchannel subchannel) {
		this.subchannel = subchannel;
	}

	/** Takes the words of a TCW: {@code count} bytes at {@code where}, or in the areas of the list there. */
	void begin(KeyedSpace space, int orbKey, boolean tidaws, long where, long count) {
		storage = space;
		key = orbKey;
		listed = tidaws;
		next = where;
		left = count;
		transported = 0;
		address = where;
		piece = tidaws ? 0 : count;
		flags = 0;
		entered = false;
		interruption = false;
		check = 0;
	}

	/** Bytes of the count that have not been transported. */
	long left() {
		return left;
	}

	/** Program or protection check met so far, or 0. */
	int check() {
		return check;
	}

	/** Where the piece lies that {@link #segment(int, boolean)} found. */
	long segment() {
		return segment;
	}

	/** Whether the bytes of the piece are to be left where they are. */
	boolean skips() {
		return (flags & SKIP) != 0;
	}

	/** Whether a TIDAW that took over since the last call asks for an interruption. */
	boolean asksForInterruption() {
		boolean asks = interruption;
		interruption = false;
		return asks;
	}

	/**
	 * Finds and checks where the next bytes lie.
	 *
	 * @return how many bytes can move there, at most {@code wanted}; 0 after a check or if the count is used up
	 */
	int segment(int wanted, boolean storing) {
		while (piece == 0 && check == 0 && left > 0) {
			if (!listed) {
				return 0;
			}
			nextWord(storing);
		}
		if (check != 0 || left == 0) {
			return 0;
		}
		int n = (int) Math.min(Math.min(wanted, PAGE - (address & PAGE - 1)), Math.min(piece, left));
		segment = address;
		if (skips()) {
			return n;
		}
		if (!storage.contains(address, n)) {
			return stop(Scsw.PROGRAM_CHECK);
		}
		if (!permitted(address, storing)) {
			return stop(Scsw.PROTECTION_CHECK);
		}
		storage.refer(address, storing);
		return n;
	}

	/** Goes on behind {@code n} bytes of the piece. */
	void advance(int n) {
		address += n;
		piece -= n;
		left -= n;
		transported += n;
		if (piece == 0 && (flags & INSERT_CHECK_BYTES) != 0) {
			long padded = (transported + 3 & ~3L) + CHECK_BYTES;
			left = Math.max(0, left - (padded - transported));
			transported = padded;
		}
	}

	private void nextWord(boolean storing) {
		boolean transferred = false;
		for (;;) {
			boolean outOfPage = entered && !transferred && (next & PAGE - 1) == 0;
			if ((flags & LAST) != 0 || outOfPage || (next & 15) != 0 || !storage.contains(next, 16)) {
				stop(Scsw.PROGRAM_CHECK);
				return;
			}
			if (!permitted(next, false)) {
				stop(Scsw.PROTECTION_CHECK);
				return;
			}
			storage.refer(next, false);
			long control = storage.load64(next);
			long where = storage.load64(next + 8);
			subchannel.indirectFetched(next, 16, where);
			entered = true;
			flags = (int) (control >>> 56);
			if ((flags & TRANSFER_IN_CHANNEL) == 0) {
				take(control, where, storing);
				return;
			}
			if (transferred || flags != TRANSFER_IN_CHANNEL || reserved(control)) {
				stop(Scsw.PROGRAM_CHECK);
				return;
			}
			transferred = true;
			next = where;
		}
	}

	/** Only input can be skipped, and check bytes go into output only. */
	private void take(long control, long where, boolean storing) {
		long count = control & 0xFFFF_FFFFL;
		boolean otherWay = (flags & (storing ? INSERT_CHECK_BYTES : SKIP)) != 0;
		if (reserved(control) || otherWay || count == 0 || (where & PAGE - 1) + count > PAGE) {
			stop(Scsw.PROGRAM_CHECK);
			return;
		}
		next += 16;
		address = where;
		piece = count;
		interruption |= (flags & INTERRUPTION) != 0;
	}

	private static boolean reserved(long control) {
		return (control >>> 32 & 0x07FF_FFFFL) != 0;
	}

	private boolean permitted(long at, boolean storing) {
		if (!storage.permits(at, storing)) {
			return false;
		}
		int k = storage.key(at);
		return key == 0 || k >>> 3 == key || !storing && (k & 4) == 0;
	}

	private int stop(int subchannelStatus) {
		check = subchannelStatus;
		return 0;
	}
}
