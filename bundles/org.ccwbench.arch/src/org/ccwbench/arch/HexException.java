// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

/** A text is not hexadecimal. */
public final class HexException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final int offset;

    HexException(String message, int offset) {
        super(message);
        this.offset = offset;
    }

    /** Where in the text, counted in characters from 0. */
    public int offset() {
        return offset;
    }
}
