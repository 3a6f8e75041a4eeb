// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

/** Subchannel-information block, 52 bytes on a word boundary: PMCW, SCSW, model-dependent area (PoP SA22-7832, chapter 15). */
public final class Schib {
    public static final int LENGTH = 52;
    public static final Block BLOCK = SubchannelTables.SCHIB;
    /** Offset of the PMCW in bytes. */
    public static final int PMCW = 0;
    /** Offset of the SCSW in bytes. */
    public static final int SCSW = 28;
    /** Offset of the measurement-block address in bytes. */
    public static final int MBA = 40;
    /** Offset of the model-dependent area in bytes. */
    public static final int MDA = 48;

    private Schib() {
    }
}
