// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.ccwbench.arch.Ebcdic;

/** Bytes of constants. C is padded and cut on the right, X and B on the left, as HLASM does. */
final class ConstantEncoder {
	private static final int LONGEST_NUMBER = 64;

	private final Evaluator ev;
	private final Ebcdic page;

	ConstantEncoder(Evaluator ev, Ebcdic page) {
		this.ev = ev;
		this.page = page;
	}

	/** Bytes of one round through the values of {@code c}, the first byte of which lies at {@code address}. */
	byte[] round(DataConstant c, long address) {
		byte[] out = new byte[(int) Math.min(c.round(ev), Limits.BYTES)];
		int at = 0;
		if (c.isAddress()) {
			int length = c.lengthOf("", ev);
			for (Expression e : c.addresses()) {
				ev.here(address + at);
				Long v = ev.value(e);
				if (v != null) {
					ev.checkFits(e, v, length * 8, "an address constant of " + length + " bytes");
					put(out, at, length, v);
				}
				at += length;
			}
			return out;
		}
		for (String v : c.values()) {
			byte[] b = encode(c, v, c.lengthOf(v, ev));
			System.arraycopy(b, 0, out, at, b.length);
			at += b.length;
		}
		return out;
	}

	/** Stores the low-order {@code length} bytes of {@code value}. */
	static void put(byte[] out, int at, int length, long value) {
		for (int i = 0; i < length; i++) {
			int shift = 8 * (length - 1 - i);
			out[at + i] = (byte) (shift > 56 ? value >> 63 : value >> shift);
		}
	}

	private byte[] encode(DataConstant c, String v, int length) {
		return switch (c.type()) {
			case "C", "CE" -> padRight(ebcdic(c, v), length, page.encode(" ")[0]);
			case "CA" -> padRight(v.getBytes(StandardCharsets.ISO_8859_1), length, (byte) ' ');
			case "X" -> padLeft(hex(c, v), length);
			case "B" -> padLeft(binary(c, v), length);
			case "F", "FD", "H" -> fixed(c, v, length);
			case "P" -> padLeft(packed(c, v), length);
			case "Z" -> zoned(c, v, length);
			default -> zero(c, v, length);
		};
	}

	private byte[] ebcdic(DataConstant c, String v) {
		for (int i = 0; i < v.length(); i++) {
			if (v.charAt(i) > 0xFF) {
				ev.error(c, "'" + v.charAt(i) + "' has no EBCDIC code", "characters of code page 1047");
				return new byte[v.length()];
			}
		}
		return page.encode(v);
	}

	private byte[] hex(DataConstant c, String v) {
		String even = v.length() % 2 == 0 ? v : "0" + v;
		byte[] out = new byte[even.length() / 2];
		for (int i = 0; i < even.length(); i++) {
			int d = Character.digit(even.charAt(i), 16);
			if (d < 0 || even.charAt(i) > 'f') {
				ev.error(c, "'" + even.charAt(i) + "' is no hexadecimal digit", "0-9 and A-F");
				return out;
			}
			out[i / 2] |= (byte) (d << (i % 2 == 0 ? 4 : 0));
		}
		return out;
	}

	private byte[] binary(DataConstant c, String v) {
		byte[] out = new byte[(v.length() + 7) / 8];
		for (int i = 0; i < v.length(); i++) {
			char d = v.charAt(v.length() - 1 - i);
			if (d != '0' && d != '1') {
				ev.error(c, "'" + d + "' is no binary digit", "0 and 1");
				return out;
			}
			out[out.length - 1 - i / 8] |= (byte) ((d - '0') << i % 8);
		}
		return out;
	}

	private byte[] fixed(DataConstant c, String v, int length) {
		byte[] out = new byte[length];
		if (v.length() > LONGEST_NUMBER || !v.matches("[+-]?[0-9]+(\\.[0-9]*)?([Ee][+-]?[0-9]{1,2})?")) {
			ev.error(c, "'" + Syntax.clip(v) + "' is no number", "a decimal number such as 80 or -1");
			return out;
		}
		BigInteger n = new BigDecimal(v).setScale(0, RoundingMode.HALF_UP).toBigInteger();
		if (n.bitLength() >= length * 8) {
			ev.error(c, v + " does not fit into " + length + " bytes with a sign", "a smaller number");
			return out;
		}
		put(out, 0, length, n.longValue());
		return out;
	}

	private byte[] packed(DataConstant c, String v) {
		String digits = digits(c, v);
		String nibbles = digits + (v.startsWith("-") ? "d" : "c");
		return hex(c, nibbles);
	}

	private byte[] zoned(DataConstant c, String v, int length) {
		String digits = digits(c, v);
		byte[] out = new byte[length];
		for (int i = 0; i < length; i++) {
			int d = digits.length() - length + i;
			out[i] = (byte) (0xF0 | (d < 0 ? 0 : digits.charAt(d) - '0'));
		}
		out[length - 1] = (byte) (out[length - 1] & 0x0F | (v.startsWith("-") ? 0xD0 : 0xC0));
		return out;
	}

	private String digits(DataConstant c, String v) {
		if (!v.matches("[+-]?[0-9]*\\.?[0-9]*") || v.length() > LONGEST_NUMBER) {
			ev.error(c, "'" + Syntax.clip(v) + "' is no decimal number", "digits with a sign before them");
			return "0";
		}
		return v.replaceAll("[+.-]", "");
	}

	private byte[] zero(DataConstant c, String v, int length) {
		if (!v.isEmpty() && !v.matches("[+-]?0*\\.?0*")) {
			ev.error(c, "floating-point values other than 0 are not supported", "0, or X'..' for the bits");
		}
		return new byte[length];
	}

	private static byte[] padRight(byte[] b, int length, byte pad) {
		byte[] out = Arrays.copyOf(b, length);
		for (int i = b.length; i < length; i++) {
			out[i] = pad;
		}
		return out;
	}

	private static byte[] padLeft(byte[] b, int length) {
		byte[] out = new byte[length];
		int n = Math.min(length, b.length);
		System.arraycopy(b, b.length - n, out, length - n, n);
		return out;
	}
}
