// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

/** Path-management-control word, 28 bytes (PoP SA22-7832, chapter 15). */
public final class Pmcw {
    public static final int LENGTH = 28;
    public static final Block BLOCK = SubchannelTables.PMCW;

    public static final Field INTPARM = BLOCK.field("intparm");
    public static final Field ISC = BLOCK.field("isc");
    /** Enabled. */
    public static final Field E = BLOCK.field("E");
    /** Limit mode. */
    public static final Field LM = BLOCK.field("lm");
    /** Measurement-mode enable. */
    public static final Field MM = BLOCK.field("mm");
    /** Multipath mode. */
    public static final Field D = BLOCK.field("D");
    /** Timing facility. */
    public static final Field T = BLOCK.field("T");
    /** Device number valid. */
    public static final Field V = BLOCK.field("V");
    public static final Field DEVNO = BLOCK.field("devno");
    public static final Field LPM = BLOCK.field("lpm");
    public static final Field PNOM = BLOCK.field("pnom");
    public static final Field LPUM = BLOCK.field("lpum");
    public static final Field PIM = BLOCK.field("pim");
    public static final Field MBI = BLOCK.field("mbi");
    public static final Field POM = BLOCK.field("pom");
    public static final Field PAM = BLOCK.field("pam");
    public static final Field CHPID0 = BLOCK.field("chpid0");
    public static final Field ST = BLOCK.field("st");
    /** Measurement-block-format control. */
    public static final Field F = BLOCK.field("F");
    /** Extended-measurement-word mode. */
    public static final Field X = BLOCK.field("X");
    /** Concurrent sense. */
    public static final Field S = BLOCK.field("S");

    /** Byte of the first of eight channel-path identifiers. */
    public static final int CHPIDS = 16;

    private Pmcw() {
    }
}
