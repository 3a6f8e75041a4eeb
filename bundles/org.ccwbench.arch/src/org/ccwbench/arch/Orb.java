// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

/**
 * Operation-request block, 12 bytes, or 32 with the extension (PoP SA22-7832, chapter 15). The fields
 * up to {@link #CPA} have the same place in both lengths.
 */
public final class Orb {
    /** Bytes of the ORB without extension, as in the I/O region of vfio-ccw. */
    public static final int LENGTH = 12;
    /** Bytes with the extension that bit X announces. */
    public static final int EXTENDED_LENGTH = 32;

    public static final Block BLOCK = ProgramTables.ORB;
    public static final Block EXTENDED = ProgramTables.ORB_X;
    public static final Block TRANSPORT = ProgramTables.ORB_TM;

    public static final Field INTPARM = BLOCK.field("intparm");
    public static final Field KEY = BLOCK.field("key");
    public static final Field S = BLOCK.field("S");
    public static final Field C = BLOCK.field("C");
    public static final Field M = BLOCK.field("M");
    public static final Field Y = BLOCK.field("Y");
    public static final Field F = BLOCK.field("F");
    public static final Field P = BLOCK.field("P");
    public static final Field I = BLOCK.field("I");
    public static final Field A = BLOCK.field("A");
    public static final Field U = BLOCK.field("U");
    public static final Field B = BLOCK.field("B");
    public static final Field H = BLOCK.field("H");
    public static final Field T = BLOCK.field("T");
    public static final Field LPM = BLOCK.field("lpm");
    public static final Field L = BLOCK.field("L");
    public static final Field D = BLOCK.field("D");
    public static final Field X = BLOCK.field("X");
    public static final Field CPA = BLOCK.field("cpa");
    /** Only in the extended ORB. */
    public static final Field CSS_PRIORITY = EXTENDED.field("cssprio");
    /** Only in the extended ORB. */
    public static final Field CU_PRIORITY = EXTENDED.field("cuprio");
    /** Only in the transport-mode ORB. */
    public static final Field TCW = TRANSPORT.field("tcw");

    private Orb() {
    }
}
