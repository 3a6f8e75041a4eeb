// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

/**
 * A CCW as its eight bytes in a {@code long} (PoP, chapter 15), and the questions that a translator asks of it.
 * All but {@link #fromFormat0} mean format 1: command, flags, count (16 bits), address (32).
 */
public final class Ccw {
	public static final int SIZE = 8;
	static final int TIC = 0x08;
	static final int NOP = 0x03;

	private static final int CHAIN_DATA = 0x80;
	private static final int CHAIN_COMMAND = 0x40;
	private static final int SKIP = 0x10;
	private static final int IDA = 0x04;

	private Ccw() {}

	/** Format 1 of a format-0 CCW: any command code with 8 in its low half is a TIC, without flags and count. */
	static long fromFormat0(long ccw0) {
		long address = ccw0 >>> 32 & 0xFF_FFFF;
		if ((ccw0 >>> 56 & 0x0F) == TIC) {
			return (long) TIC << 56 | address;
		}
		return ccw0 & 0xFFL << 56 | (ccw0 >>> 24 & 0xFF) << 48 | (ccw0 & 0xFFFF) << 32 | address;
	}

	static int command(long ccw) {
		return (int) (ccw >>> 56);
	}

	static int flags(long ccw) {
		return (int) (ccw >>> 48) & 0xFF;
	}

	static int count(long ccw) {
		return (int) (ccw >>> 32) & 0xFFFF;
	}

	static long address(long ccw) {
		return ccw & 0xFFFF_FFFFL;
	}

	static long withAddress(long ccw, long address) {
		return ccw & 0xFFFF_FFFF_0000_0000L | address & 0xFFFF_FFFFL;
	}

	static long withIda(long ccw) {
		return ccw | (long) IDA << 48;
	}

	static long withoutIda(long ccw) {
		return ccw & ~((long) IDA << 48);
	}

	static boolean tic(long ccw) {
		return command(ccw) == TIC;
	}

	static boolean nop(long ccw) {
		return command(ccw) == NOP;
	}

	/** A command code with zeros in its low half, which is none that a device gets. */
	static boolean test(long ccw) {
		return (command(ccw) & 0x0F) == 0;
	}

	static boolean ida(long ccw) {
		return (flags(ccw) & IDA) != 0;
	}

	static boolean chains(long ccw) {
		return (flags(ccw) & (CHAIN_DATA | CHAIN_COMMAND)) != 0;
	}

	/** Whether bytes can move, as the driver judges: by count, NOP, and SKIP with a read-type command. */
	static boolean transfersData(long ccw) {
		int command = command(ccw);
		if (count(ccw) == 0 || command == NOP) {
			return false;
		}
		if ((flags(ccw) & SKIP) == 0) {
			return true;
		}
		boolean read = (command & 0x03) == 0x02;
		boolean readBackward = (command & 0x0F) == 0x0C;
		boolean sense = (command & 0x0F) == 0x04;
		return !(read || readBackward || sense);
	}
}
