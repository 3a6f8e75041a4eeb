// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

/** Subchannel-status word, 12 bytes; fields of command mode unless marked (PoP SA22-7832, chapter 16). */
public final class Scsw {
    public static final int LENGTH = 12;
    public static final Block BLOCK = StatusTables.SCSW;
    public static final Block TRANSPORT = StatusTables.SCSW_TM;

    public static final Field KEY = BLOCK.field("key");
    public static final Field S = BLOCK.field("S");
    public static final Field L = BLOCK.field("L");
    public static final Field CC = BLOCK.field("cc");
    public static final Field F = BLOCK.field("F");
    public static final Field P = BLOCK.field("P");
    public static final Field I = BLOCK.field("I");
    public static final Field A = BLOCK.field("A");
    public static final Field U = BLOCK.field("U");
    public static final Field Z = BLOCK.field("Z");
    public static final Field E = BLOCK.field("E");
    public static final Field N = BLOCK.field("N");
    public static final Field FCTL = BLOCK.field("fctl");
    public static final Field ACTL = BLOCK.field("actl");
    public static final Field STCTL = BLOCK.field("stctl");
    public static final Field CPA = BLOCK.field("cpa");
    public static final Field DSTAT = BLOCK.field("dstat");
    public static final Field CSTAT = BLOCK.field("cstat");
    public static final Field COUNT = BLOCK.field("count");

    /** Transport mode: the IRB is a transport-mode IRB. */
    public static final Field X = TRANSPORT.field("X");
    /** Transport mode: interrogate complete. */
    public static final Field Q = TRANSPORT.field("Q");
    /** Transport mode: address of the TCW, where command mode has the channel-program address. */
    public static final Field TCW = TRANSPORT.field("tcw");
    /** Transport mode: FCX status. */
    public static final Field FCXS = TRANSPORT.field("fcxs");
    /** The only defined bit of {@link #FCXS}: a transport-status block is stored. */
    public static final int TSB_STORED = 0x01;
    /** Transport mode: interrogate failed. */
    public static final Field IF = TRANSPORT.field("IF");
    /** Transport mode: subchannel-extended-status qualifier. */
    public static final Field SESQ = TRANSPORT.field("sesq");

    /** Bits of {@link #FCTL}. */
    public static final int FCTL_START = 4;
    public static final int FCTL_HALT = 2;
    public static final int FCTL_CLEAR = 1;

    /** Bits of {@link #ACTL}. */
    public static final int ACTL_RESUME_PENDING = 0x40;
    public static final int ACTL_START_PENDING = 0x20;
    public static final int ACTL_HALT_PENDING = 0x10;
    public static final int ACTL_CLEAR_PENDING = 0x08;
    public static final int ACTL_SUBCHANNEL_ACTIVE = 0x04;
    public static final int ACTL_DEVICE_ACTIVE = 0x02;
    public static final int ACTL_SUSPENDED = 0x01;

    /** Bits of {@link #STCTL}. */
    public static final int STCTL_ALERT = 0x10;
    public static final int STCTL_INTERMEDIATE = 0x08;
    public static final int STCTL_PRIMARY = 0x04;
    public static final int STCTL_SECONDARY = 0x02;
    public static final int STCTL_PENDING = 0x01;

    /** Bits of {@link #CSTAT}: program-controlled interruption. */
    public static final int PCI = 0x80;
    /** Incorrect length. */
    public static final int IL = 0x40;
    /** Program check. */
    public static final int PGM = 0x20;
    /** Protection check. */
    public static final int PROT = 0x10;
    /** Channel-data check. */
    public static final int CDC = 0x08;
    /** Channel-control check. */
    public static final int CCC = 0x04;
    /** Interface-control check. */
    public static final int IFCC = 0x02;
    /** Chaining check. */
    public static final int CHAIN = 0x01;

    private Scsw() {
    }
}
