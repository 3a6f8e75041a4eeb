// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

/** Interruption-response block, 64 bytes, 96 with the extended-measurement word (PoP SA22-7832, chapter 16). */
public final class Irb {
    /** Bytes with the extended-measurement word. */
    public static final int LENGTH = 96;
    /** Bytes that TEST SUBCHANNEL stores when extended-measurement-word mode is off. */
    public static final int SHORT_LENGTH = 64;
    public static final Block BLOCK = StatusTables.IRB;
    public static final Block TRANSPORT = StatusTables.IRB_TM;
    /** Offset of the SCSW in bytes. */
    public static final int SCSW = 0;
    /** Offset of the extended-status word in bytes. */
    public static final int ESW = 12;
    /** Offset of the extended-report word, second word of the ESW, in bytes. */
    public static final int ERW = 16;
    /** Offset of the extended-control word in bytes. */
    public static final int ECW = 32;
    /** Offset of the extended-measurement word in bytes. */
    public static final int EMW = 64;

    private Irb() {
    }
}
