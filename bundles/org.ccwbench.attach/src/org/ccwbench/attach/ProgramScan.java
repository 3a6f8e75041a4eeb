// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ccwbench.arch.Direction;
import org.ccwbench.storage.Bytes;

/**
 * Every command that a channel program can come to, whatever its device answers, found by reading storage as the
 * channel and the driver would (PoP SA22-7832, chapter 15): over TICs, data chaining, indirect lists, and past CCWs
 * that status modifier skips. Nothing is executed. A program that does not end within {@link #MOST} CCWs is not
 * {@link #complete}.
 */
final class ProgramScan {
	/** CCWs that are looked at. */
	static final int MOST = 8192;

	private static final int FORMAT_1 = 0x0080_0000;
	private static final int IDAW_64 = 0x0002_0000;
	private static final int IDAW_2K = 0x0001_0000;
	private static final int CHAIN_DATA = 0x80;
	private static final int CHAIN_COMMAND = 0x40;
	private static final int SKIP = 0x10;
	private static final int IDA = 0x04;
	private static final int MIDA = 0x01;
	private static final int TIC = 0x08;
	private static final int NO_OPERATION = 0x03;
	/** Bytes of a command's data that anybody looks at. */
	private static final int LOOKED_AT = 128;

	/** A command: its CCW and the data of all CCWs that are chained to it. */
	static final class Step {
		final long address;
		final int command;
		/** Its first bytes in storage, as far as they could be read. */
		byte[] data = new byte[0];
		/** Where these lie. */
		final Ranges taken = new Ranges();

		Step(long address, int command) {
			this.address = address;
			this.command = command;
		}
	}

	private record At(long address, Step chainedTo) {}

	private final GuestBytes guest;
	private final GuardTable table;
	private final boolean format1;
	private final boolean idaw64;
	private final int block;
	private final List<Step> steps = new ArrayList<>();
	private final Ranges stores = new Ranges();
	private final Ranges code = new Ranges();
	private final byte[] ccw = new byte[8];
	private final ArrayDeque<At> open = new ArrayDeque<>();
	private final Set<Long> fresh = new HashSet<>();
	private final List<Refusal> untranslated = new ArrayList<>();
	private int looked;
	private boolean modified;

	/** @param orb of a command-mode program */
	ProgramScan(GuestBytes guest, byte[] orb, GuardTable table) {
		this.guest = guest;
		this.table = table;
		int word = Bytes.get32(orb, 4);
		format1 = (word & FORMAT_1) != 0;
		idaw64 = (word & IDAW_64) != 0;
		block = idaw64 && (word & IDAW_2K) == 0 ? 4096 : 2048;
		go(Bytes.get32(orb, 8) & 0x7FFF_FFFFL, null);
		while (!open.isEmpty() && looked < MOST) {
			At at = open.poll();
			visit(at.address, at.chainedTo);
		}
	}

	/** Whether everything was looked at. */
	boolean complete() {
		return open.isEmpty();
	}

	/** Whether a CCW has the modified-indirect-addressing flag, whose lists are not looked into. */
	boolean modifiedIndirect() {
		return modified;
	}

	/** Data-chained CCWs whose addresses the driver leaves as they are, so that the device would reach the host's own storage. */
	List<Refusal> untranslated() {
		return untranslated;
	}

	/** Every command, once for each CCW that it can begin at. */
	List<Step> steps() {
		return steps;
	}

	/** What commands can store into. */
	Ranges stores() {
		return stores;
	}

	/** CCWs and lists. */
	Ranges code() {
		return code;
	}

	private void go(long address, Step chainedTo) {
		// A CCW reached as a command is looked at once; one reached by data chaining adds to its command each time.
		if (chainedTo != null || fresh.add(address)) {
			open.add(new At(address, chainedTo));
		}
	}

	private void visit(long address, Step chainedTo) {
		looked++;
		if (!guest.load(address, ccw, 0, 8)) {
			return;
		}
		code.add(address, 8);
		int command = ccw[0] & 0xFF;
		if (format1 ? command == TIC : (command & 0x0F) == TIC) {
			long target = dataAddress();
			go(target, chainedTo);
			if (target <= address && chainedTo == null) {
				go(address + 8, null);
			}
			return;
		}
		int flags = ccw[format1 ? 1 : 4] & 0xFF;
		int count = Bytes.get16(ccw, format1 ? 2 : 6);
		long data = dataAddress();
		Step step = chainedTo;
		if (step == null) {
			if (Direction.of(command) == Direction.INVALID) {
				return;
			}
			step = new Step(address, command);
			steps.add(step);
		} else if (count > 0 && leftAlone(command, flags, step.command)) {
			untranslated.add(new Refusal(address, command, "is chained to data, and the driver takes it for a command without data: "
					+ "the device would reach the host's own storage", true));
		}
		data(step, flags, count, data);
		if ((flags & CHAIN_DATA) != 0) {
			go(address + 8, step);
		} else if ((flags & CHAIN_COMMAND) != 0) {
			go(address + 8, null);
			if (table.searches(step.command) || goesOn(address + 8)) {
				go(address + 16, null);
			}
		}
	}

	/**
	 * The driver goes by the command byte of each CCW, also where data chaining makes the channel ignore it: it leaves the
	 * address of a no-operation alone, and that of a read that skips.
	 */
	private static boolean leftAlone(int ignored, int flags, int command) {
		return ignored == NO_OPERATION
				|| (flags & SKIP) != 0 && Direction.of(ignored).stores() && !Direction.of(command).stores();
	}

	/** Whether the driver copies what follows this CCW too, so that a device could skip to it. */
	private boolean goesOn(long address) {
		if (!guest.load(address, ccw, 0, 8)) {
			return false;
		}
		int command = ccw[0] & 0xFF;
		boolean tic = format1 ? command == TIC : (command & 0x0F) == TIC;
		return tic ? dataAddress() <= address : (ccw[format1 ? 1 : 4] & (CHAIN_DATA | CHAIN_COMMAND)) != 0;
	}

	private long dataAddress() {
		return format1 ? Bytes.get32(ccw, 4) & 0x7FFF_FFFFL : Bytes.get32(ccw, 0) & 0x00FF_FFFFL;
	}

	private void data(Step step, int flags, int count, long address) {
		Direction direction = Direction.of(step.command);
		if ((flags & MIDA) != 0) {
			modified = true;
		}
		boolean storing = direction.stores() && (flags & SKIP) == 0;
		boolean backward = direction == Direction.READ_BACKWARD;
		if ((flags & IDA) != 0) {
			indirect(step, count, address, storing, backward);
		} else {
			piece(step, address, count, storing, backward);
		}
	}

	private void piece(Step step, long address, int length, boolean storing, boolean backward) {
		if (storing) {
			stores.add(backward ? address - length + 1 : address, length);
		}
		int wanted = Math.min(length, LOOKED_AT - step.data.length);
		if (storing || wanted <= 0) {
			return;
		}
		byte[] more = java.util.Arrays.copyOf(step.data, step.data.length + wanted);
		if (guest.load(address, more, step.data.length, wanted)) {
			step.data = more;
			step.taken.add(address, wanted);
		}
	}

	private void indirect(Step step, int count, long list, boolean storing, boolean backward) {
		int width = idaw64 ? 8 : 4;
		byte[] word = new byte[8];
		int left = count;
		for (long at = list; left > 0 && guest.load(at, word, 8 - width, width); at += width) {
			code.add(at, width);
			long address = Bytes.get64(word, 0) & (idaw64 ? -1L : 0x7FFF_FFFFL);
			long start = address & -block;
			int n = (int) Math.min(left, backward ? address - start + 1 : start + block - address);
			piece(step, address, n, storing, backward);
			left -= n;
		}
	}
}
