// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

/** Indirect-data-address words, formats 1 and 2 (PoP SA22-7832, chapter 15). Nothing here allocates. */
public final class Idaw {
    /** Bytes of a format-1 IDAW; the list starts on a word boundary. */
    public static final int LENGTH1 = 4;
    /** Bytes of a format-2 IDAW; the list starts on a doubleword boundary. */
    public static final int LENGTH2 = 8;

    public static final Block FORMAT1 = ProgramTables.IDAW1;
    public static final Block FORMAT2 = ProgramTables.IDAW2;

    private Idaw() {
    }

    /** Bytes of one word of a list. */
    public static int length(boolean format2) {
        return format2 ? LENGTH2 : LENGTH1;
    }

    /** Bytes of the block that a word names: 4096 for format 2 unless ORB bit T is one, else 2048. */
    public static int blockSize(boolean format2, boolean twoK) {
        return format2 && !twoK ? 4096 : 2048;
    }

    /**
     * How many words a transfer needs.
     *
     * @param address what the first word holds
     * @param count bytes, zero gives zero words
     * @param blockSize 2048 or 4096
     */
    public static int words(long address, int count, int blockSize) {
        return (int) ((address & blockSize - 1) + count + blockSize - 1) / blockSize;
    }

    /** True if a format-1 word, taken as unsigned 32 bits, has the zero in bit 0 that it must have. */
    public static boolean valid31(long word) {
        return word >>> 31 == 0;
    }

    /** True if a word other than the first starts its block, as it must. */
    public static boolean aligned(long word, int blockSize) {
        return (word & blockSize - 1) == 0;
    }
}
