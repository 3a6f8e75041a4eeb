// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

import java.io.ByteArrayOutputStream;

/** Hexadecimal as people and dumps write it. */
public final class Hex {
    private static final char[] DIGITS = "0123456789ABCDEF".toCharArray();

    private Hex() {
    }

    /**
     * Bytes of a text such as {@code 00804017 0001_0008}, {@code 0x0c40} or {@code X'0C400000'}. White
     * space and underscores separate; {@code 0x} may precede and {@code X'…'} may enclose any group.
     *
     * @throws HexException if a character is not hexadecimal, a quote is not closed, or the number of
     *     digits is odd; it carries the offset in the text
     */
    public static byte[] parse(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() / 2);
        int high = -1;
        int lastDigit = 0;
        int quote = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            char following = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if (c == '0' && (following == 'x' || following == 'X') && high < 0 && quote < 0) {
                i++;
            } else if (digit >= 0) {
                lastDigit = i;
                if (high < 0) {
                    high = digit;
                } else {
                    out.write(high << 4 | digit);
                    high = -1;
                }
            } else if ((c == 'X' || c == 'x') && following == '\'' && quote < 0) {
                quote = i;
                i++;
            } else if (c == '\'' && quote >= 0) {
                quote = -1;
            } else if (!Character.isWhitespace(c) && c != '_') {
                throw new HexException("'" + c + "' is not a hexadecimal digit, at offset " + i, i);
            }
        }
        if (quote >= 0) {
            throw new HexException("X' at offset " + quote + " has no closing quote", quote);
        }
        if (high >= 0) {
            throw new HexException("odd number of hexadecimal digits, the last at offset " + lastDigit, lastDigit);
        }
        return out.toByteArray();
    }

    /** Upper-case digits without separators. */
    public static String of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    /** Upper-case digits of {@code length} bytes from {@code offset} on. */
    public static String of(byte[] bytes, int offset, int length) {
        StringBuilder out = new StringBuilder(2 * length);
        for (int i = 0; i < length; i++) {
            out.append(DIGITS[bytes[offset + i] >> 4 & 15]).append(DIGITS[bytes[offset + i] & 15]);
        }
        return out.toString();
    }

    /** Upper-case digits in words of four bytes, separated by a blank. */
    public static String words(byte[] bytes, int offset, int length) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < length; at += 4) {
            out.append(at == 0 ? "" : " ").append(of(bytes, offset + at, Math.min(4, length - at)));
        }
        return out.toString();
    }

    /** One byte, two digits. */
    public static String of(int octet) {
        return "" + DIGITS[octet >> 4 & 15] + DIGITS[octet & 15];
    }
}
