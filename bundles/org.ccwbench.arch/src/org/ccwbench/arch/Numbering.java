// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

/** How the manual that defines a block numbers its bits. */
public enum Numbering {
    /** Through the whole block: CCW, IDAW, MIDAW, CRW. */
    BLOCK,
    /** Word and bit in the word: ORB, SCSW, PMCW and most other blocks. */
    WORD,
    /** Byte and bit in the byte: sense data, device characteristics, parameter blocks. */
    BYTE;

    /** The place of {@code width} bits from {@code bit} on, in this numbering: {@code word 1 bits 0-3}. */
    public String place(int bit, int width) {
        return switch (this) {
            case BLOCK -> bits(bit, width);
            case WORD -> place("word", 32, bit, width);
            case BYTE -> place("byte", 8, bit, width);
        };
    }

    private static String place(String unit, int size, int bit, int width) {
        int first = bit / size;
        int last = (bit + width - 1) / size;
        if (bit % size == 0 && width % size == 0) {
            return first == last ? unit + " " + first : unit + "s " + first + "-" + last;
        }
        if (first == last) {
            return unit + " " + first + " " + bits(bit % size, width);
        }
        return unit + " " + first + " bit " + bit % size + " to " + unit + " " + last
            + " bit " + (bit + width - 1) % size;
    }

    private static String bits(int bit, int width) {
        return width == 1 ? "bit " + bit : "bits " + bit + "-" + (bit + width - 1);
    }
}
