// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

/** What kind of operation a command code's rightmost bits name (PoP SA22-7832, chapter 15, Command Code). */
public enum Direction {
    /** xxxx xx01: storage to device. */
    WRITE,
    /** xxxx xx10: device to storage. */
    READ,
    /** xxxx 1100: device to storage, addresses descending. */
    READ_BACKWARD,
    /** xxxx xx11: control; what data there is goes from storage to the device. */
    CONTROL,
    /** xxxx 0100: sense, device to storage. */
    SENSE,
    /** xxxx 1000: transfer in channel. */
    TIC,
    /** xxxx 0000: not a command. */
    INVALID;

    private static final Direction[] BY_LOW_BITS = {
        INVALID, WRITE, READ, CONTROL, SENSE, WRITE, READ, CONTROL,
        TIC, WRITE, READ, CONTROL, READ_BACKWARD, WRITE, READ, CONTROL,
    };

    /** Of a command code, 0 to 255. */
    public static Direction of(int command) {
        return BY_LOW_BITS[command & 15];
    }

    /** True if data goes from the device into storage. */
    public boolean stores() {
        return this == READ || this == READ_BACKWARD || this == SENSE;
    }

    /** True if data goes from storage to the device. */
    public boolean fetches() {
        return this == WRITE || this == CONTROL;
    }
}
