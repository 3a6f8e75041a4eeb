// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.display;

/** Positions on the screen as two bytes of a data stream: 12 bits in graphic characters, or 14 bits. */
final class BufferAddress {
	/** The 64 graphic characters that six bits are coded as. */
	private static final byte[] CODES = codes();

	private BufferAddress() {}

	private static byte[] codes() {
		byte[] codes = new byte[64];
		for (int i = 0; i < 64; i++) {
			boolean letter = (i & 0x0F) >= 1 && (i & 0x0F) <= 9;
			int high = i >> 4;
			codes[i] = (byte) (letter ? 0xC0 | high << 4 | i & 0x0F : 0x40 | high << 4 | i & 0x0F);
		}
		codes[0x20] = 0x60;
		codes[0x21] = 0x61;
		codes[0x30] = (byte) 0xF0;
		return codes;
	}

	/** The position that two bytes say, 0 to 16,383. */
	static int decode(int first, int second) {
		return (first & 0xC0) == 0 ? first << 8 | second : (first & 0x3F) << 6 | second & 0x3F;
	}

	/** Puts a position below 4,096; gives the offset behind it. */
	static int encode(byte[] out, int at, int position) {
		out[at] = CODES[position >> 6 & 0x3F];
		out[at + 1] = CODES[position & 0x3F];
		return at + 2;
	}
}
