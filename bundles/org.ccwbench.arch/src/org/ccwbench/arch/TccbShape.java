// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the pieces of a TCCB stand. Never fails: what does not fit together is named in {@code problem}.
 *
 * @param dcws offsets of the DCWs from the start of the TCCB, at most 30; each with its control data lies
 *     inside the transport-command area
 * @param end offset of the trailer; the length of the TCCB if the header does not tell where the trailer is
 * @param problem what is wrong, with the offset; null if nothing is
 */
record TccbShape(List<Integer> dcws, int end, String problem) {
    static final int HEADER = 16;
    static final int CHAIN = 0x40;
    /** The length in the header counts eight bytes of the header and the first word of the trailer too. */
    static final int EXTRA = 12;

    /** Control data are followed by padding up to a word. */
    static int padded(int count) {
        return count + 3 & ~3;
    }

    static TccbShape of(byte[] bytes, int offset, int length) {
        int tcal = bytes[offset + 7] & 0xff;
        int trailer = length - HEADER - (tcal - EXTRA);
        if (tcal < EXTRA + 8 || tcal % 4 != 0) {
            return new TccbShape(List.of(), length, "the length in the header, byte 7, is " + tcal
                + "; it must be a multiple of 4 from 20 to 252");
        }
        if (trailer != 8 && trailer != 12) {
            int needed = HEADER + tcal - EXTRA + 8;
            return new TccbShape(List.of(), length, "the length in the header, byte 7, is " + tcal
                + ": the TCCB takes " + needed + " bytes, " + (needed + 4) + " if bidirectional, not " + length);
        }
        return dcws(bytes, offset, length - trailer);
    }

    private static TccbShape dcws(byte[] bytes, int offset, int end) {
        List<Integer> found = new ArrayList<>();
        int at = HEADER;
        while (at + 8 <= end) {
            int count = bytes[offset + at + 3] & 0xff;
            int next = at + 8 + padded(count);
            if (next > end) {
                return new TccbShape(found, end, "the DCW at offset " + at + " has " + count
                    + " bytes of control data, but the transport-command area ends at offset " + end);
            }
            found.add(at);
            boolean chain = (bytes[offset + at + 1] & CHAIN) != 0;
            if (!chain && next < end) {
                return new TccbShape(found, end, (end - next) + " bytes at offset " + next
                    + " follow a DCW that does not chain");
            }
            if (chain && next == end) {
                return new TccbShape(found, end, "the DCW at offset " + at + " chains, but none follows");
            }
            at = next;
        }
        return new TccbShape(found, end, at == end ? null : (end - at) + " bytes at offset " + at + " are too few for a DCW");
    }
}
