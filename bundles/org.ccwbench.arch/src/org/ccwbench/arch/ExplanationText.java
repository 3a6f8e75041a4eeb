// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

/**
 * An {@link Explanation} as lines: the verdict, then one line a field with its place, name, value and
 * meaning. Reserved fields that are zero, and nested blocks that are all zeros, are left out; what is
 * notable is marked with an asterisk. In detail, a set of flags is followed by one line a bit, those
 * that are zero included.
 */
public final class ExplanationText {
    private ExplanationText() {
    }

    /** All lines, each ended by a line feed. */
    public static String of(Explanation explanation) {
        return of(explanation, false);
    }

    /** All lines; if {@code detailed}, with one for each bit of a set of flags. */
    public static String of(Explanation explanation, boolean detailed) {
        StringBuilder out = new StringBuilder(explanation.verdict()).append('\n');
        rows(explanation, "", detailed, out);
        return out.toString();
    }

    private static void rows(Explanation explanation, String indent, boolean detailed, StringBuilder out) {
        for (Explanation.Row row : explanation.rows()) {
            if (row.nested() != null) {
                out.append(indent).append("  ").append(row.title()).append(" (").append(row.bits()).append(')');
                if (allZero(row.raw())) {
                    out.append(": all zeros\n");
                } else {
                    out.append(row.nested().block().parts().isEmpty() ? "" : ": " + row.nested().verdict()).append('\n');
                    rows(row.nested(), indent + "  ", detailed, out);
                }
            } else if (row.value() != 0 || !row.field().kind().reserved()) {
                line(row, indent, out);
                if (detailed) {
                    row.children().forEach(bit -> line(bit, indent + "    ", out));
                }
            }
        }
    }

    private static void line(Explanation.Row row, String indent, StringBuilder out) {
        out.append(indent).append(row.notable() ? "* " : "  ")
            .append(String.format("%-20s %-10s %-16s %s%s\n", row.bits(), row.name(), row.raw(), row.title(),
                row.text().equals(row.raw()) ? "" : ": " + row.text()));
    }

    private static boolean allZero(String raw) {
        return raw.chars().allMatch(c -> c == '0' || c == ' ');
    }
}
