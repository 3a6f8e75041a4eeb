// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

/** Transport-status block, 64 bytes on a doubleword boundary (PoP SA22-7832, chapter 16). */
public final class Tsb {
    public static final int LENGTH = 64;
    public static final Block BLOCK = TransportTables.TSB;
    public static final Block IO_STATUS = TransportTables.TSB_IOSTAT;
    public static final Block PROGRAM_CHECK = TransportTables.TSB_DDPC;
    public static final Block INTERROGATE = TransportTables.TSB_INTRG;
    public static final Field STATUS_LENGTH = BLOCK.field("length");
    public static final Field FLAGS = BLOCK.field("flags");
    public static final Field FORMAT = BLOCK.field("format");
    public static final Field DCW_OFFSET = BLOCK.field("dcwoffset");
    public static final Field COUNT = BLOCK.field("count");

    /** Bits of {@link #FLAGS}: the DCW offset is valid. */
    public static final int DCW_OFFSET_VALID = 0x10;
    /** The residual count is valid. */
    public static final int COUNT_VALID = 0x08;
    public static final int CACHE_MISS = 0x04;
    /** The times are valid. */
    public static final int TIMES_VALID = 0x02;

    /** Values of {@link #FORMAT}. */
    public static final int FORMAT_IO_STATUS = 1;
    public static final int FORMAT_PROGRAM_CHECK = 2;
    public static final int FORMAT_INTERROGATE = 3;

    /** Offset of the sense data in I/O status and program check, in bytes. */
    public static final int SENSE = 32;

    private Tsb() {
    }

    /** Bytes of sense data: 0 to 32. The block has some if its length reaches past byte 32. */
    public static int senseCount(byte[] bytes, int offset) {
        long format = FORMAT.get(bytes, offset);
        if (format != FORMAT_IO_STATUS && format != FORMAT_PROGRAM_CHECK) {
            return 0;
        }
        return (int) Math.max(0, Math.min(LENGTH, STATUS_LENGTH.get(bytes, offset)) - SENSE);
    }
}
