// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

import java.util.ArrayList;
import java.util.List;

/** Rows of fields, and of the bits that a field is a set of. */
final class FieldBits {
    private FieldBits() {
    }

    static Explanation.Row row(Field field, long value) {
        boolean notable = switch (field.kind()) {
            case FLAG, CODE, BITS, ZERO -> value != 0;
            case ADDRESS31 -> value >>> 31 != 0;
            default -> false;
        };
        return new Explanation.Row(field.name(), field.title(), field.place(), value, field.raw(value),
            field.text(value), notable, field, null);
    }

    /** One row a bit, leftmost first; none if the field is no set of flags. */
    static List<Explanation.Row> rows(Field field, long value) {
        if (field.kind() != Kind.BITS && field.kind() != Kind.PATHS) {
            return List.of();
        }
        List<Explanation.Row> rows = new ArrayList<>(field.width());
        for (int bit = 0; bit < field.width(); bit++) {
            long mask = 1L << field.width() - 1 - bit;
            rows.add(row(single(field, bit, mask), (value & mask) == 0 ? 0 : 1));
        }
        return rows;
    }

    private static Field single(Field set, int bit, long mask) {
        int at = set.bit() + bit;
        if (set.kind() == Kind.PATHS) {
            return new Field("path" + bit, "Path " + bit, at, 1, Kind.FLAG,
                List.of(new Value(0, "", "no"), new Value(1, "", "yes")), set.reference(), set.numbering());
        }
        return set.meaning(mask).map(v -> new Field(v.symbol().isEmpty() ? "bit" + bit : v.symbol(),
                Verdicts.capital(v.words()), at, 1, Kind.FLAG, List.of(), set.reference(), set.numbering()))
            .orElseGet(() -> new Field("bit" + bit, "Reserved", at, 1, Kind.ZERO, List.of(), set.reference(), set.numbering()));
    }
}
