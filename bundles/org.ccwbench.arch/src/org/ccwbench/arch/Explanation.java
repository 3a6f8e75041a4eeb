// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

import java.util.List;
import java.util.Objects;

/**
 * A block in words, for a view or a text.
 *
 * @param block the layout that the contents call for
 * @param verdict one sentence: what happened, or what this will do
 * @param rows one a field, in order; a block inside the block is one row with a nested explanation
 */
public record Explanation(Block block, String verdict, List<Row> rows) {
    public Explanation {
        Objects.requireNonNull(block);
        Objects.requireNonNull(verdict);
        rows = List.copyOf(rows);
    }

    /**
     * One field or one nested block.
     *
     * @param name the field's or part's short name
     * @param title its name in words
     * @param bits its place as the manual prints it
     * @param value the field's value, unsigned; 0 for a nested block
     * @param raw the bits in hexadecimal
     * @param text the meaning in words
     * @param notable true if a reader should look at it: a condition is indicated, or reserved bits are not zero
     * @param field the field; null for a nested block
     * @param nested the explanation of a nested block; null for a field
     */
    public record Row(String name, String title, String bits, long value, String raw, String text,
            boolean notable, Field field, Explanation nested) {
        /**
         * What a tree shows below this row: the rows of a nested block; of a set of flags ({@link Kind#BITS},
         * {@link Kind#PATHS}) one row a bit, leftmost first, whose field is that single bit; nothing otherwise.
         */
        public List<Row> children() {
            return nested != null ? nested.rows() : FieldBits.rows(field, value);
        }
    }

    /** The whole explanation as lines of text, see {@link ExplanationText}. */
    public String text() {
        return ExplanationText.of(this, false);
    }

    /** {@link #text()}; if {@code detailed}, with a line for each bit of a set of flags. */
    public String text(boolean detailed) {
        return ExplanationText.of(this, detailed);
    }
}
