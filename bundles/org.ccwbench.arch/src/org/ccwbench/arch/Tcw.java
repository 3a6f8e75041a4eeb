// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

/** Transport-control word, 64 bytes on a boundary of 64 (PoP SA22-7832, chapter 15). */
public final class Tcw {
    public static final int LENGTH = 64;
    public static final Block BLOCK = TransportTables.TCW;
    public static final Field FORMAT = BLOCK.field("format");
    /** The input address is that of TIDAWs. */
    public static final Field INPUT_TIDA = BLOCK.field("IT");
    /** The TCCB address is that of TIDAWs. */
    public static final Field TCCB_TIDA = BLOCK.field("TT");
    /** The output address is that of TIDAWs. */
    public static final Field OUTPUT_TIDA = BLOCK.field("OT");
    public static final Field TCCBL = BLOCK.field("tccbl");
    public static final Field R = BLOCK.field("R");
    public static final Field W = BLOCK.field("W");
    public static final Field OUTPUT = BLOCK.field("output");
    public static final Field INPUT = BLOCK.field("input");
    public static final Field TSB = BLOCK.field("tsb");
    public static final Field TCCB = BLOCK.field("tccb");
    public static final Field OUTPUT_COUNT = BLOCK.field("outcount");
    public static final Field INPUT_COUNT = BLOCK.field("incount");
    public static final Field INTERROGATE = BLOCK.field("intrg");

    private Tcw() {
    }

    /** Bytes of the TCCB that this TCW designates: the words of {@link #TCCBL} and 20 bytes, 24 if data go both ways. */
    public static int tccbLength(byte[] bytes, int offset) {
        boolean both = R.isSet(bytes, offset) && W.isSet(bytes, offset);
        return 4 * (int) TCCBL.get(bytes, offset) + (both ? 24 : 20);
    }

    /**
     * Stores the length of the TCCB; {@link #R} and {@link #W} must stand already.
     *
     * @throws IllegalArgumentException if no TCW can designate a TCCB of that length
     */
    public static void tccbLength(byte[] bytes, int offset, int length) {
        int words = length - tccbLength(bytes, offset) + 4 * (int) TCCBL.get(bytes, offset);
        if (words < 0 || words % 4 != 0 || words / 4 > TCCBL.mask()) {
            throw new IllegalArgumentException("a TCW cannot designate a TCCB of " + length + " bytes");
        }
        TCCBL.set(bytes, offset, words / 4);
    }
}
