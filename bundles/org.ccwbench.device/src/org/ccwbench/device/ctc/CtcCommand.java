// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.ctc;

/** Commands of an adapter; bits of the command byte that a kind leaves open are for the programs on both sides. */
enum CtcCommand {
	INVALID, WRITE, READ, READ_BACKWARD, CONTROL, SENSE_COMMAND_BYTE, WRITE_END_OF_FILE, NO_OPERATION, SET_EXTENDED_MODE,
	SET_BASIC_MODE, PREPARE, SENSE, SENSE_ID;

	private static final CtcCommand[] TABLE = table();

	private static CtcCommand[] table() {
		CtcCommand[] t = new CtcCommand[256];
		for (int c = 0; c < 256; c++) {
			t[c] = of(c & 0x0F, c);
		}
		return t;
	}

	private static CtcCommand of(int low, int c) {
		return switch (low) {
			case 0x01, 0x05, 0x09, 0x0D -> c < 0x80 ? WRITE : WRITE_END_OF_FILE;
			case 0x02, 0x06, 0x0A, 0x0E -> READ;
			case 0x0C -> READ_BACKWARD;
			case 0x07, 0x0F -> CONTROL;
			case 0x03, 0x0B -> mode(c);
			case 0x04 -> c == 0x04 ? SENSE : c == 0xE4 ? SENSE_ID : (c & 0x10) != 0 ? SENSE_COMMAND_BYTE : INVALID;
			default -> INVALID;
		};
	}

	private static CtcCommand mode(int c) {
		if (c >= 0xC0) {
			return c == 0xC3 ? SET_EXTENDED_MODE : c == 0xE3 ? PREPARE : INVALID;
		}
		return (c & 0x40) == 0 ? NO_OPERATION : SET_BASIC_MODE;
	}

	/** What a command byte says. */
	static CtcCommand of(int command) {
		return TABLE[command & 0xFF];
	}
}
