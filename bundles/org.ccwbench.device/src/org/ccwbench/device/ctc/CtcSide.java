// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.ctc;

import org.ccwbench.arch.UnitStatus;
import org.ccwbench.channel.Transfer;
import org.ccwbench.device.BasicDevice;
import org.ccwbench.device.CoupledDevice;
import org.ccwbench.device.DeviceOptions;

/**
 * One side of an adapter in basic mode. A read or write waits, its channel program working, until the other
 * side gives the command that fits; then the data moves and both end. The other side learns of it by
 * attention, and by SENSE COMMAND BYTE what is waiting. One sense byte.
 */
final class CtcSide extends BasicDevice implements CoupledDevice {
	private static final int WRITE = 0x01;
	private static final int READ = 0x02;
	private static final int CONTROL = 0x07;
	private static final int READ_BACKWARD = 0x0C;
	private static final int SENSE_COMMAND_BYTE = 0x14;
	private static final int WRITE_END_OF_FILE = 0x81;
	private static final int SET_BASIC_MODE = 0xC3;
	private static final int SENSE_ID = 0xE4;
	private static final byte[] IDENTITY = {(byte) 0xFF, 0x30, (byte) 0x88, 0x08, 0, 0, 0x01};
	private static final int NONE = 0;
	private static final int PIECE = 4096;

	private final int partner;
	private final byte[] buffer = new byte[PIECE];
	private CtcSide other;
	/** The command that waits here for the other side, and its way for data. */
	private int pending = NONE;
	private Transfer waiting;

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
		return true;
	}

	@Override
	protected int run(int command, Transfer transfer) {
		switch (command) {
			case SENSE -> {
				return sense(transfer);
			}
			case SENSE_ID -> {
				transfer.send(IDENTITY, 0, IDENTITY.length);
				return ENDED;
			}
			case NO_OPERATION, SET_BASIC_MODE -> {
				return ENDED;
			}
			default -> {
			}
		}
		if (other == null) {
			throw check(INTERVENTION_REQUIRED);
		}
		return switch (command) {
			case SENSE_COMMAND_BYTE -> senseCommand(transfer);
			case CONTROL -> control();
			case WRITE, WRITE_END_OF_FILE, READ, READ_BACKWARD -> exchange(command, transfer);
			default -> throw check(COMMAND_REJECT);
		};
	}

	private int senseCommand(Transfer transfer) {
		buffer[0] = (byte) other.pending;
		transfer.send(buffer, 0, 1);
		if (other.pending == CONTROL) {
			other.end(UnitStatus.DE);
		}
		return ENDED;
	}

	/** Channel end now; device end when the other side has sensed the command byte. */
	private int control() {
		if (other.pending != NONE) {
			return UnitStatus.ATTN | UnitStatus.BUSY;
		}
		pending = CONTROL;
		other.port().present(UnitStatus.ATTN);
		return UnitStatus.CE;
	}

	private int exchange(int command, Transfer transfer) {
		boolean reads = command == READ || command == READ_BACKWARD;
		if (other.pending == NONE) {
			pending = command;
			waiting = transfer;
			other.port().present(UnitStatus.ATTN);
			return 0;
		}
		boolean otherReads = other.pending == READ || other.pending == READ_BACKWARD;
		if (other.pending == CONTROL || reads == otherReads) {
			// Each wants the same: the other side was first, and this one is told to look at it.
			return UnitStatus.ATTN | UnitStatus.BUSY;
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
		pending = NONE;
		waiting = null;
		port().present(status);
	}

	@Override
	public void chainEnded() {
		super.chainEnded();
		// CONTROL outlives its program: device end is still owed.
		pending = pending == CONTROL ? CONTROL : NONE;
		waiting = null;
	}

	@Override
	public void reset() {
		super.reset();
		pending = NONE;
		waiting = null;
	}
}
