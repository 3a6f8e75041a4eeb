// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.display;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/**
 * What a display says of itself when a program asks with READ PARTITION (GA23-0059, chapter 6): structured fields,
 * each with length, 81 and its code.
 */
final class QueryReply {
	/** Attention identifier before structured fields. */
	static final int AID = 0x88;
	private static final int STRUCTURED = 0x81;
	private static final int NULL = 0xFF;
	/** Codes that there is a reply to, in order; the first lists them. */
	private static final int[] CODES = {0x80, 0x81, 0x84, 0x85, 0x86, 0x87, 0x88, 0xA6};

	private QueryReply() {}

	/** Whether there is a reply with this code. */
	static boolean has(int code) {
		for (int c : CODES) {
			if (c == code) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The replies to a query.
	 *
	 * @param codes which are wanted; null for all
	 * @return attention identifier and structured fields; a null reply if none of them is there
	 */
	static byte[] of(Screen screen, byte[] codes) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(AID);
		for (int code : CODES) {
			if (codes == null || wanted(codes, code)) {
				field(out, code, body(screen, code));
			}
		}
		if (out.size() == 1) {
			field(out, NULL, new byte[0]);
		}
		return out.toByteArray();
	}

	private static boolean wanted(byte[] codes, int code) {
		for (byte c : codes) {
			if ((c & 0xFF) == code) {
				return true;
			}
		}
		return false;
	}

	private static void field(ByteArrayOutputStream out, int code, byte[] body) {
		out.write(0);
		out.write(4 + body.length);
		out.write(STRUCTURED);
		out.write(code);
		out.writeBytes(body);
	}

	private static byte[] body(Screen screen, int code) {
		int columns = screen.alternateColumns();
		int rows = screen.alternateRows();
		String size = String.format("%04x%04x", columns, rows);
		String hex = switch (code) {
			case 0x80 -> codes();
			// Usable area: 12- and 14-bit addresses, cells of 9 by 12 points, points a millimetre, positions.
			case 0x81 -> "0100" + size + "01" + "000a02e5" + "0002006f" + "090c" + String.format("%04x", columns * rows);
			// Alphanumeric partitions: one.
			case 0x84 -> "00" + String.format("%04x", columns * rows) + "00";
			// Character sets: EBCDIC (691, 37) and what graphic escape leads to (963, 310).
			case 0x85 -> "8200" + "090c" + "00000000" + "07" + "001000" + "02b30025" + "0100f1" + "03c30136";
			// Colours: eight, each as it is asked for; the default is green.
			case 0x86 -> "0008" + "00f4" + "f1f1" + "f2f2" + "f3f3" + "f4f4" + "f5f5" + "f6f6" + "f7f7";
			// Highlighting: normal, blinking, reverse video, underscore, intensified.
			case 0x87 -> "05" + "00f0" + "f1f1" + "f2f2" + "f4f4" + "f8f8";
			case 0x88 -> "000102";
			// Implicit partition: default and alternate size.
			case 0xA6 -> "0000" + "0b0100" + "00500018" + size;
			default -> throw new IllegalArgumentException(String.format("%02X", code));
		};
		return HexFormat.of().parseHex(hex);
	}

	private static String codes() {
		StringBuilder hex = new StringBuilder();
		for (int c : CODES) {
			hex.append(String.format("%02x", c));
		}
		return hex.toString();
	}
}
