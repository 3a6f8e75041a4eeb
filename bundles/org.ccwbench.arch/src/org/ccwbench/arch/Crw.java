// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

/** Channel-report word, 4 bytes (PoP SA22-7832, chapter 17). */
public final class Crw {
    public static final int LENGTH = 4;
    public static final Block BLOCK = SubchannelTables.CRW;
    public static final Field S = BLOCK.field("S");
    public static final Field R = BLOCK.field("R");
    public static final Field C = BLOCK.field("C");
    public static final Field RSC = BLOCK.field("rsc");
    public static final Field A = BLOCK.field("A");
    public static final Field ERC = BLOCK.field("erc");
    public static final Field RSID = BLOCK.field("rsid");

    private Crw() {
    }
}
