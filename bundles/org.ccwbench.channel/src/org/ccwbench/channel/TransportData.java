// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import org.ccwbench.storage.KeyedSpace;

/**
 * The way of data between a device and what a transport-control word designates: control data out of the command
 * block, output data, input data. Every command goes on where the one before it stopped. A check unwinds the
 * device: the exchange with the control unit is aborted, and no status comes of it.
 */
final class TransportData implements Transfer {
	private final Subchannel subchannel;
	private final TransportProgram program;
	private final TransportArea input;
	private final TransportArea output;
	private KeyedSpace storage;

	private byte[] control;
	private int controlAt;
	private int controlLeft;
	private long all;
	private long count;
	private boolean executing;
	private boolean open;
	private boolean longer;

	TransportData(Subchannel subchannel, TransportProgram program) {
		this.subchannel = subchannel;
		this.program = program;
		input = new TransportArea(subchannel);
		output = new TransportArea(subchannel);
	}

	/** A program begins in this space; its areas are set through {@link #input()} and {@link #output()}. */
	void begin(KeyedSpace space) {
		storage = space;
	}

	TransportArea input() {
		return input;
	}

	TransportArea output() {
		return output;
	}

	/** A command begins with control data out of {@code block}, and with that many bytes of data. */
	void command(byte[] block, int at, int length, long dataCount) {
		control = block;
		controlAt = at;
		controlLeft = length;
		all = dataCount;
		count = dataCount;
		longer = false;
		open = true;
	}

	/** Whether the device is being called; while it is, a check unwinds it. */
	void executing(boolean now) {
		executing = now;
	}

	/** The command is over: later calls move nothing. */
	void close() {
		open = false;
	}

	/** What the command's data count has left. */
	long remaining() {
		return count;
	}

	/** Whether any byte of data moved, control data aside. */
	boolean moved() {
		return count < all;
	}

	/** Whether the device offered or wanted more than the count. */
	boolean longer() {
		return longer;
	}

	/** Program or protection check met so far, or 0. */
	int check() {
		return input.check() | output.check();
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
	public int send(byte[] data, int offset, int length) {
		int done = 0;
		while (open && done < length) {
			int n = piece(input, length - done, true);
			if (n == 0) {
				longer |= count == 0;
				break;
			}
			if (!input.skips()) {
				storage.store(input.segment(), data, offset + done, n);
				subchannel.dataMoved(input.segment(), n, true);
			}
			input.advance(n);
			done += n;
			count -= n;
		}
		return done;
	}

	@Override
	public int receive(byte[] into, int offset, int length) {
		int done = Math.min(length, controlLeft);
		if (!open) {
			return 0;
		}
		System.arraycopy(control, controlAt, into, offset, done);
		controlAt += done;
		controlLeft -= done;
		while (done < length) {
			int n = piece(output, length - done, false);
			if (n == 0) {
				break;
			}
			storage.load(output.segment(), into, offset + done, n);
			subchannel.dataMoved(output.segment(), n, false);
			output.advance(n);
			done += n;
			count -= n;
		}
		return done;
	}

	private int piece(TransportArea area, int wanted, boolean storing) {
		int n = count == 0 ? 0 : area.segment((int) Math.min(wanted, count), storing);
		if (area.asksForInterruption()) {
			program.programControlled();
		}
		if (area.check() != 0 && executing) {
			throw DataPath.ABANDONED;
		}
		return n;
	}
}
