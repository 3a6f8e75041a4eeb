// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import org.ccwbench.storage.Bytes;

/**
 * A transport-command-control block as a control unit takes it apart: the header, then device-command words with
 * their control data one after the other, then the trailer (PoP SA22-7832, chapter 15). What is wrong with it is a
 * program check that the device detects, with a reason code in the TSB.
 */
final class CommandBlock {
	/** A block has 20 bytes and up to 63 words, of which a control unit takes 268 bytes. */
	static final int LARGEST = 20 + 63 * 4;
	static final int SMALLEST = 32;

	/** Reason codes of a device-detected program check. */
	static final int LENGTH_WRONG = 3;
	static final int HEADER_WRONG = 4;
	static final int COMMAND_WRONG = 5;
	static final int DIRECTION_WRONG = 6;
	static final int COUNT_WRONG = 7;

	private static final int HEADER = 16;
	private static final int TRAILER = 8;
	private static final int WORD = 8;
	private static final int FORMAT = 0x7F;
	private static final int COMMANDS = 0x1FFE;
	private static final int CHAIN = 0x40;
	/** The length in the header counts eight bytes of it and four of the trailer. */
	private static final int LENGTH_EXTRA = 12;

	final byte[] bytes = new byte[LARGEST];
	private int end;
	private int at;

	/**
	 * Looks at the whole block.
	 *
	 * @param length     bytes of the block
	 * @param inputCount  input count of the TCW, -1 if it designates no input
	 * @param outputCount output count of the TCW, -1 if it designates no output
	 * @return 0, or the reason code; {@link #offset} is that of the command that is meant
	 */
	int verify(int length, long inputCount, long outputCount) {
		at = HEADER;
		end = length - TRAILER;
		if ((bytes[0] & 0xFF) != FORMAT || Bytes.get16(bytes, 8) != COMMANDS) {
			return HEADER_WRONG;
		}
		if ((bytes[7] & 0xFF) != end - HEADER + LENGTH_EXTRA) {
			return LENGTH_WRONG;
		}
		long data = 0;
		for (;;) {
			if (at + WORD > end || next() > end || (bytes[at + 1] & ~CHAIN) != 0 || bytes[at + 2] != 0) {
				return COMMAND_WRONG;
			}
			if (count() != 0 && !(writes(command()) ? outputCount >= 0 : inputCount >= 0)) {
				return DIRECTION_WRONG;
			}
			data += count();
			if (!chains()) {
				break;
			}
			at = next();
		}
		if (next() != end) {
			return COMMAND_WRONG;
		}
		at = HEADER;
		return counts(data, Math.max(inputCount, outputCount), outputCount >= 0) ? 0 : COUNT_WRONG;
	}

	/** The transport count has the data, padded to a word, and four check bytes; none at all if nothing moves. */
	private boolean counts(long data, long designated, boolean output) {
		long transport = Bytes.get32(bytes, end + 4) & 0xFFFF_FFFFL;
		if (designated <= 0) {
			return data == 0 && (transport == 0 || transport == 4);
		}
		return (output ? data <= designated : data == designated) && transport == (designated + 3 & ~3L) + 4;
	}

	/** Control commands with data write them. */
	private static boolean writes(int command) {
		return (command & 1) != 0;
	}

	private int next() {
		return at + WORD + (controlLength() + 3 & ~3);
	}

	/** Goes to the next command; only if the current one chains. */
	void advance() {
		at = next();
	}

	/** Offset of the current command from the first. */
	int offset() {
		return at - HEADER;
	}

	int command() {
		return bytes[at] & 0xFF;
	}

	boolean chains() {
		return (bytes[at + 1] & CHAIN) != 0;
	}

	int controlLength() {
		return bytes[at + 3] & 0xFF;
	}

	int controlAt() {
		return at + WORD;
	}

	long count() {
		return Bytes.get32(bytes, at + 4) & 0xFFFF_FFFFL;
	}
}
