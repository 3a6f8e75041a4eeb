// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import java.util.Arrays;

/**
 * A device whose commands show one thing each: 01 write, 02 read, 0C read backward, 03 no-operation, 04 sense,
 * 07 control with six bytes, 0A read that waits for somebody, 0B immediate with a late device end, 23 command
 * retry, 31 search, 53 late device end with unit check, 63 unit exception, 73 busy once; any other is rejected.
 */
final class TestDevice implements TransportDevice {
	static final int LATE = 1000;

	/** What a read sends, and a backward read from its end. */
	byte[] record = new byte[80];
	/** How many bytes each call on the transfer moves at most. */
	int piece = Integer.MAX_VALUE;
	/** How many bytes a write asks for. */
	int capacity = 80;
	byte[] written = new byte[0];
	byte[] key = { 1, 2, 3, 4 };
	int executed;
	int resets;
	int chainsEnded;
	int halts;
	boolean sawChained;
	boolean sawChaining;
	int sawPrevious;
	DevicePort port;
	private Transfer waiting;
	private boolean retried;
	private boolean busy;
	/** What a busy device says; without other status it will be free a little later. */
	int busyStatus = 0x10;
	private final byte[] sense = new byte[32];
	private int senseLength;

	TestDevice() {
		for (int i = 0; i < record.length; i++) {
			record[i] = (byte) (i + 1);
		}
	}

	/** Whether it takes transport-mode programs. */
	boolean transports = true;

	@Override
	public boolean transports() {
		return transports;
	}

	@Override
	public String type() {
		return "test";
	}

	@Override
	public void attached(DevicePort to) {
		port = to;
	}

	@Override
	public int execute(int command, Transfer transfer) {
		executed++;
		sawChained = transfer.chained();
		sawChaining = transfer.chaining();
		sawPrevious = transfer.previousCommand();
		return switch (command) {
		case 0x01 -> write(transfer);
		case 0x02 -> read(transfer, record);
		case 0x0C -> read(transfer, reversed(record));
		case 0x03 -> 0x0C;
		case 0x04 -> {
			byte[] s = sense.clone();
			Arrays.fill(sense, (byte) 0);
			senseLength = 0;
			yield read(transfer, s);
		}
		case 0x07 -> {
			transfer.receive(new byte[6], 0, 6);
			yield 0x0C;
		}
		case 0x0A -> {
			waiting = transfer;
			yield 0;
		}
		case 0x0B -> {
			port.after(LATE, () -> port.present(0x04));
			yield 0x08;
		}
		case 0x23 -> {
			retried = !retried;
			yield retried ? 0x4E : 0x0C;
		}
		case 0x31 -> {
			byte[] argument = new byte[4];
			transfer.receive(argument, 0, 4);
			yield Arrays.equals(argument, key) ? 0x4C : 0x0C;
		}
		case 0x53 -> {
			port.after(LATE, () -> port.present(0x06));
			yield 0x08;
		}
		case 0x63 -> 0x0D;
		case 0x73 -> busy();
		default -> {
			sense[0] = (byte) 0x80;
			sense[7] = 0x01;
			senseLength = 24;
			yield 0x0E;
		}
		};
	}

	/** Somebody types: ends the waiting read. */
	int type(byte[] bytes) {
		int taken = waiting.send(bytes, 0, bytes.length);
		port.present(0x0C);
		return taken;
	}

	private int read(Transfer transfer, byte[] from) {
		for (int done = 0; done < from.length;) {
			int n = Math.min(piece, from.length - done);
			int taken = transfer.send(from, done, n);
			done += taken;
			if (taken < n) {
				break;
			}
		}
		return 0x0C;
	}

	private int write(Transfer transfer) {
		byte[] to = new byte[capacity];
		int done = 0;
		while (done < capacity) {
			int n = Math.min(piece, capacity - done);
			int given = transfer.receive(to, done, n);
			done += given;
			if (given < n) {
				break;
			}
		}
		written = Arrays.copyOf(to, done);
		return 0x0C;
	}

	static byte[] reversed(byte[] b) {
		byte[] r = new byte[b.length];
		for (int i = 0; i < b.length; i++) {
			r[i] = b[b.length - 1 - i];
		}
		return r;
	}

	private int busy() {
		busy = !busy;
		if (!busy) {
			return 0x0C;
		}
		if (busyStatus == 0x10 || busyStatus == 0x50) {
			port.after(LATE, () -> port.present(busyStatus == 0x10 ? 0x04 : 0x20));
		}
		return busyStatus;
	}

	@Override
	public int takeSense(byte[] into) {
		System.arraycopy(sense, 0, into, 0, senseLength);
		int n = senseLength;
		senseLength = 0;
		Arrays.fill(sense, (byte) 0);
		return n;
	}

	@Override
	public void reset() {
		resets++;
		waiting = null;
	}

	@Override
	public void chainEnded() {
		chainsEnded++;
	}

	@Override
	public void halted() {
		halts++;
	}
}
