// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

/** Bits of the device status (unit status) byte (PoP SA22-7832, chapter 16, Device Status). */
public final class UnitStatus {
    /** Attention. */
    public static final int ATTN = 0x80;
    /** Status modifier. */
    public static final int SM = 0x40;
    /** Control-unit end. */
    public static final int CUE = 0x20;
    /** Busy. */
    public static final int BUSY = 0x10;
    /** Channel end. */
    public static final int CE = 0x08;
    /** Device end. */
    public static final int DE = 0x04;
    /** Unit check. */
    public static final int UC = 0x02;
    /** Unit exception. */
    public static final int UE = 0x01;

    private UnitStatus() {
    }
}
