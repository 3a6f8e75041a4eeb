// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

/** Transport-indirect-data-address word, 16 bytes on a quadword boundary (PoP SA22-7832, chapter 15). */
public final class Tidaw {
    public static final int LENGTH = 16;
    public static final Block BLOCK = TransportTables.TIDAW;
    public static final Field FLAGS = BLOCK.field("flags");
    public static final Field COUNT = BLOCK.field("count");
    public static final Field ADDRESS = BLOCK.field("addr");

    /** Bits of {@link #FLAGS}: last TIDAW of the list. */
    public static final int LAST = 0x80;
    /** Data are not stored. */
    public static final int SKIP = 0x40;
    /** Data-transfer interruption. */
    public static final int DTI = 0x20;
    /** Transfer in channel: the address is that of the next TIDAW. A list crosses a 4K boundary only so. */
    public static final int TTIC = 0x10;
    /** Check bytes are inserted after this area's data. */
    public static final int INSERT_CBC = 0x08;

    private Tidaw() {
    }
}
