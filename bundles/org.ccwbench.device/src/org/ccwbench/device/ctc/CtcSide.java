// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.ctc;

import java.nio.ByteBuffer;
import java.util.List;
import org.ccwbench.arch.UnitStatus;
import org.ccwbench.channel.Transfer;
import org.ccwbench.device.BasicDevice;
import org.ccwbench.device.CoupledDevice;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.DeviceSight;

/**
 * One side of an adapter. A read or write waits, its channel program working, until the other side gives the command
 * that fits; then the data moves and both end. The other side learns of it by attention, and by SENSE COMMAND BYTE
 * what is waiting. In extended mode, which one side sets, WRITE END OF FILE ends a read with unit exception, PREPARE
 * waits without attention until the other side does something, and a side that was reset is not ready until it gives
 * a command. One sense byte.
 */
final class CtcSide extends BasicDevice implements CoupledDevice {
	private static final byte[] IDENTITY = {(byte) 0xFF, 0x30, (byte) 0x88, 0x08, 0, 0, 0x01};
	/** Sense byte: the other side was reset. */
	private static final int RESET = INTERVENTION_REQUIRED | 0x01;
	private static final int BOTH_WANT = UnitStatus.ATTN | UnitStatus.BUSY;
	private static final int PIECE = 4096;

	private final int partner;
	private final byte[] buffer = new byte[PIECE];
	private CtcSide other;
	/** The command that waits here for the other side, null for none, its byte, and its way for data. */
	private CtcCommand pending;
	private int pendingByte;
	private Transfer waiting;
	private boolean extended;
	/** This side was reset and has given no command since. */
	private boolean notReady;
	/** The other side has written an end of file. */
	private boolean endOfFile;

	CtcSide(DeviceOptions options, int partner) {
		super(options, 1);
		this.partner = partner;
	}

	@Override
	public int partner() {
		return partner;
	}

	@Override
	public int deviceNumber() {
		return number();
	}

	@Override
	public boolean couple(CoupledDevice to) {
		if (!(to instanceof CtcSide side) || other != null || side.other != null) {
			return false;
		}
		other = side;
		side.other = this;
		settle();
		side.settle();
		return true;
	}

	@Override
	protected void keep(ByteBuffer into) {
		int flags = (other == null ? 0 : 1) | (extended ? 2 : 0) | (notReady ? 4 : 0) | (endOfFile ? 8 : 0) | (pending == null ? 0 : 16);
		into.put((byte) flags).put((byte) pendingByte);
	}

	@Override
	protected DeviceSight sight(ByteBuffer from, List<DeviceSight.Fact> facts) {
		int flags = from.get();
		int command = from.get() & 0xFF;
		facts.add(new DeviceSight.Fact("Other side", (flags & 1) == 0 ? "none" : "connected"));
		facts.add(new DeviceSight.Fact("Mode", (flags & 2) == 0 ? "basic" : "extended"));
		facts.add(new DeviceSight.Fact("Waits", (flags & 16) == 0 ? "for nothing" : String.format("for the other side, with command %02X", command)));
		if ((flags & 12) != 0) {
			facts.add(new DeviceSight.Fact("State", (flags & 4) != 0 ? "not ready since a reset" : "the other side has written an end of file"));
		}
		return new DeviceSight.State(facts);
	}

	@Override
	protected int run(int command, Transfer transfer) {
		CtcCommand c = CtcCommand.of(command);
		switch (c) {
			case SENSE -> {
				return sense(transfer);
			}
			case SENSE_ID -> {
				transfer.send(IDENTITY, 0, IDENTITY.length);
				return ENDED;
			}
			case INVALID -> throw check(COMMAND_REJECT);
			default -> {
			}
		}
		if (other == null) {
			throw check(INTERVENTION_REQUIRED);
		}
		boolean inExtendedMode = extended || other.extended;
		if (c == CtcCommand.PREPARE && !inExtendedMode) {
			throw check(COMMAND_REJECT);
		}
		ready(inExtendedMode);
		return dependent(inExtendedMode || c != CtcCommand.WRITE_END_OF_FILE ? c : CtcCommand.WRITE, command, transfer);
	}

	/** This side is ready now, which the other one is told; the other side has to be. */
	private void ready(boolean inExtendedMode) {
		if (notReady && inExtendedMode) {
			other.port().present(UnitStatus.DE);
		}
		notReady = false;
		if (other.notReady && inExtendedMode) {
			check(RESET);
			throw new org.ccwbench.device.UnitCheck(UnitStatus.UC);
		}
	}

	private int dependent(CtcCommand c, int command, Transfer transfer) {
		boolean reads = reads(c);
		if (endOfFile && reads) {
			endOfFile = false;
			return UnitStatus.UE | ENDED;
		}
		endOfFile = false;
		return switch (c) {
			case SENSE_COMMAND_BYTE -> senseCommand(transfer);
			case PREPARE -> prepare(command);
			case CONTROL -> control(command);
			case WRITE_END_OF_FILE -> endOfFile();
			case WRITE, READ, READ_BACKWARD -> exchange(c, command, transfer);
			default -> mode(c);
		};
	}

	private static boolean reads(CtcCommand c) {
		return c == CtcCommand.READ || c == CtcCommand.READ_BACKWARD;
	}

	/** Whether the other side waits with something that is not just PREPARE. */
	private boolean otherWorks() {
		return other.pending != null && other.pending != CtcCommand.PREPARE;
	}

	private int mode(CtcCommand c) {
		if (otherWorks()) {
			return BOTH_WANT;
		}
		if (c == CtcCommand.SET_EXTENDED_MODE || c == CtcCommand.SET_BASIC_MODE) {
			extended = c == CtcCommand.SET_EXTENDED_MODE;
		}
		return ENDED;
	}

	private int senseCommand(Transfer transfer) {
		buffer[0] = (byte) (other.pending == null ? 0 : other.pendingByte);
		transfer.send(buffer, 0, 1);
		if (other.pending == CtcCommand.CONTROL) {
			other.end(UnitStatus.DE);
		}
		return ENDED;
	}

	/** Channel end now; device end when the other side gives a command. If it waits already, there is nothing to wait for. */
	private int prepare(int command) {
		if (other.pending == null) {
			wait(CtcCommand.PREPARE, command, null);
			return UnitStatus.CE;
		}
		prepared();
		return ENDED;
	}

	/** Ends a PREPARE of the other side. */
	private boolean prepared() {
		boolean was = other.pending == CtcCommand.PREPARE;
		if (was) {
			other.end(UnitStatus.DE);
		}
		return was;
	}

	/** Channel end now; device end when the other side has sensed the command byte. */
	private int control(int command) {
		if (otherWorks()) {
			return BOTH_WANT;
		}
		call(CtcCommand.CONTROL, command, null);
		return UnitStatus.CE;
	}

	/** Waits for the other side, which a PREPARE of its own or attention tells so. */
	private void call(CtcCommand c, int command, Transfer transfer) {
		wait(c, command, transfer);
		if (!prepared()) {
			other.port().present(UnitStatus.ATTN);
		}
	}

	private void wait(CtcCommand c, int command, Transfer transfer) {
		pending = c;
		pendingByte = command;
		waiting = transfer;
	}

	private int endOfFile() {
		if (other.pending != null && reads(other.pending)) {
			other.end(UnitStatus.UE | ENDED);
			return ENDED;
		}
		if (otherWorks()) {
			return BOTH_WANT;
		}
		other.endOfFile = true;
		other.settle();
		return ENDED;
	}

	private int exchange(CtcCommand c, int command, Transfer transfer) {
		boolean reads = reads(c);
		if (!otherWorks()) {
			call(c, command, transfer);
			return 0;
		}
		if (other.pending == CtcCommand.CONTROL || reads == reads(other.pending)) {
			// Each wants the same: the other side was first, and this one is told to look at it.
			return BOTH_WANT;
		}
		move(reads ? other.waiting : transfer, reads ? transfer : other.waiting);
		other.end(ENDED);
		return ENDED;
	}

	private void move(Transfer from, Transfer to) {
		int n;
		do {
			n = from.receive(buffer, 0, PIECE);
		} while (to.send(buffer, 0, n) == n && n == PIECE);
	}

	private void end(int status) {
		forget();
		port().present(status);
	}

	private void forget() {
		pending = null;
		waiting = null;
		settle();
	}

	@Override
	public void chainEnded() {
		super.chainEnded();
		// CONTROL and PREPARE outlive their program: device end is still owed.
		if (pending != CtcCommand.CONTROL && pending != CtcCommand.PREPARE) {
			forget();
		}
	}

	@Override
	public void reset() {
		super.reset();
		boolean inExtendedMode = other != null && (extended || other.extended);
		forget();
		extended = false;
		endOfFile = false;
		notReady = true;
		settle();
		if (inExtendedMode && other.pending != null) {
			// What the other side waits for will not come.
			boolean half = other.pending == CtcCommand.CONTROL || other.pending == CtcCommand.PREPARE;
			other.fail(half ? UnitStatus.DE : ENDED);
		}
	}

	private void fail(int status) {
		failed(RESET);
		end(status | UnitStatus.UC);
	}
}
