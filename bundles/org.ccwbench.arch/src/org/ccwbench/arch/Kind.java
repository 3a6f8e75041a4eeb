// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

/** How the bits of a {@link Field} are to be read. */
public enum Kind {
    /** One bit, on or off. */
    FLAG,
    /** A code: each value has a meaning of its own; {@link Field#values()} lists them. */
    CODE,
    /** Independent named bits that the architecture prints as one field; values are masks. */
    BITS,
    /** An unsigned binary number. */
    NUMBER,
    /** Bits without a numeric sense: identifiers, interruption parameters, device data. */
    HEX,
    /** An address in storage, all bits significant. */
    ADDRESS,
    /** An address in 32 bits whose leftmost bit must be zero. */
    ADDRESS31,
    /** Channel paths 0 to 7, leftmost bit is path 0. */
    PATHS,
    /** EBCDIC characters. */
    TEXT,
    /** Reserved: must be stored as zeros, or is stored as zeros by the channel subsystem. */
    ZERO,
    /** Reserved: ignored or unpredictable. */
    IGNORED;

    /** True of bits that the architecture gives no meaning. */
    public boolean reserved() {
        return this == ZERO || this == IGNORED;
    }
}
