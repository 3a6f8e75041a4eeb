// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

/**
 * EBCDIC code pages 1047 and 037 in tables of their own, because a minimal Java runtime has no such
 * charsets. Each byte stands for one character of ISO 8859-1 and back, so both directions are total
 * and lossless over 0 to 255 (source: IBM code-page charts CP01047, CP00037).
 */
public enum Ebcdic {
    /** Open systems; what compilers and z/OS UNIX use. */
    IBM1047,
    /** USA and Canada; what most data sets hold. */
    IBM037;

    private static final String CP1047 = "000102039c09867f978d8e0b0c0d0e0f101112139d8508871819928f1c1d1e1f"
        + "80818283840a171b88898a8b8c050607909116939495960498999a9b14159e1a"
        + "20a0e2e4e0e1e3e5e7f1a22e3c282b7c26e9eaebe8edeeefecdf21242a293b5e"
        + "2d2fc2c4c0c1c3c5c7d1a62c255f3e3ff8c9cacbc8cdcecfcc603a2340273d22"
        + "d8616263646566676869abbbf0fdfeb1b06a6b6c6d6e6f707172aabae6b8c6a4"
        + "b57e737475767778797aa1bfd05bdeaeaca3a5b7a9a7b6bcbdbedda8af5db4d7"
        + "7b414243444546474849adf4f6f2f3f57d4a4b4c4d4e4f505152b9fbfcf9faff"
        + "5cf7535455565758595ab2d4d6d2d3d530313233343536373839b3dbdcd9da9f";
    private static final String CP037 = "000102039c09867f978d8e0b0c0d0e0f101112139d8508871819928f1c1d1e1f"
        + "80818283840a171b88898a8b8c050607909116939495960498999a9b14159e1a"
        + "20a0e2e4e0e1e3e5e7f1a22e3c282b7c26e9eaebe8edeeefecdf21242a293bac"
        + "2d2fc2c4c0c1c3c5c7d1a62c255f3e3ff8c9cacbc8cdcecfcc603a2340273d22"
        + "d8616263646566676869abbbf0fdfeb1b06a6b6c6d6e6f707172aabae6b8c6a4"
        + "b57e737475767778797aa1bfd0dddeae5ea3a5b7a9a7b6bcbdbe5b5dafa8b4d7"
        + "7b414243444546474849adf4f6f2f3f57d4a4b4c4d4e4f505152b9fbfcf9faff"
        + "5cf7535455565758595ab2d4d6d2d3d530313233343536373839b3dbdcd9da9f";

    private byte[] toLatin;
    private byte[] fromLatin;

    static {
        IBM1047.fill(CP1047);
        IBM037.fill(CP037);
    }

    private void fill(String hex) {
        toLatin = new byte[256];
        fromLatin = new byte[256];
        for (int i = 0; i < 256; i++) {
            int latin = Integer.parseInt(hex, 2 * i, 2 * i + 2, 16);
            toLatin[i] = (byte) latin;
            fromLatin[latin] = (byte) i;
        }
    }

    /** The character of an EBCDIC byte (0 to 255). */
    public char decode(int ebcdic) {
        return (char) (toLatin[ebcdic & 0xff] & 0xff);
    }

    /** Characters of EBCDIC bytes, control characters included. */
    public String decode(byte[] bytes, int offset, int length) {
        StringBuilder out = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            out.append(decode(bytes[offset + i]));
        }
        return out.toString();
    }

    public String decode(byte[] bytes) {
        return decode(bytes, 0, bytes.length);
    }

    /** @throws IllegalArgumentException if a character is not in ISO 8859-1; the message gives its place */
    public byte[] encode(String text) {
        byte[] out = new byte[text.length()];
        for (int i = 0; i < out.length; i++) {
            char c = text.charAt(i);
            if (c > 0xff) {
                throw new IllegalArgumentException(
                    "character " + (i + 1) + " (U+" + String.format("%04X", (int) c) + ") has no EBCDIC code");
            }
            out[i] = fromLatin[c];
        }
        return out;
    }

    /** What a dump shows for a byte: the character of code page 037, or a full stop. */
    public static char printable(int ebcdic) {
        char c = IBM037.decode(ebcdic);
        return c >= 0x20 && c < 0x7f || c > 0xa0 && c != 0xad ? c : '.';
    }
}
