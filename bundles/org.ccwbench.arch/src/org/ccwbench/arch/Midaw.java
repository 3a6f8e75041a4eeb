// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

/**
 * Modified indirect-data-address word, 16 bytes (PoP SA22-7832, chapter 15), as two {@code long}s: the
 * first holds reserved bits, flags and count, the second the address. Nothing here allocates.
 */
public final class Midaw {
    /** Bytes; a list starts on a quadword boundary. */
    public static final int LENGTH = 16;

    public static final Block BLOCK = ProgramTables.MIDAW;
    public static final Field LAST_FLAG = BLOCK.field("L");
    public static final Field SKIP_FLAG = BLOCK.field("S");
    public static final Field DTI_FLAG = BLOCK.field("DTI");
    public static final Field COUNT = BLOCK.field("count");
    public static final Field ADDRESS = BLOCK.field("addr");

    /** Flag byte: last MIDAW of the list. */
    public static final int LAST = 0x80;
    /** Flag byte: skip. */
    public static final int SKIP = 0x40;
    /** Flag byte: data-transfer-interruption control. */
    public static final int DTI = 0x20;

    private static final long RESERVED = 0xffff_ffff_ff1f_0000L;

    private Midaw() {
    }

    /** Flag byte of the first half. */
    public static int flags(long first) {
        return (int) (first >>> 16) & 0xff;
    }

    /** Byte count of the first half, 0 to 65535; zero is a program check. */
    public static int count(long first) {
        return (int) first & 0xffff;
    }

    /** True if all reserved bits of the first half are zero, as they must be. */
    public static boolean reservedZero(long first) {
        return (first & RESERVED) == 0;
    }

    /** The first half. */
    public static long first(int flags, int count) {
        return (flags & 0xffL) << 16 | count & 0xffff;
    }
}
