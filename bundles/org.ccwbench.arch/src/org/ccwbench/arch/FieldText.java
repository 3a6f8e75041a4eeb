// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

import java.util.ArrayList;
import java.util.List;

/** A field's value in words. */
final class FieldText {
    private FieldText() {
    }

    static String of(Field field, long value) {
        return switch (field.kind()) {
            case FLAG -> field.meaning(value).map(Value::words).orElse(value == 0 ? "no" : "yes");
            case CODE -> field.meaning(value).map(Value::words).orElseGet(() -> "code " + field.raw(value) + ", no meaning known");
            case BITS -> bits(field, value);
            case NUMBER -> Long.toUnsignedString(value);
            case HEX -> field.raw(value);
            case ADDRESS -> field.raw(value);
            case ADDRESS31 -> field.raw(value) + (value >>> 31 == 0 ? "" : ", bit 0 is one and must be zero");
            case PATHS -> paths(value);
            case TEXT -> text(field, value);
            case ZERO -> value == 0 ? "reserved" : "reserved, must be zero";
            case IGNORED -> "reserved";
        };
    }

    private static String bits(Field field, long value) {
        if (value == 0) {
            return field.meaning(0).map(Value::words).orElse("none");
        }
        List<String> words = new ArrayList<>();
        long left = value;
        for (Value v : field.values()) {
            if (v.value() != 0 && (value & v.value()) == v.value()) {
                words.add(v.words());
                left &= ~v.value();
            }
        }
        if (left != 0) {
            words.add("X'" + field.raw(left) + "' without a name");
        }
        return String.join(", ", words);
    }

    private static String paths(long value) {
        if (value == 0) {
            return "no path";
        }
        if (value == 0xff) {
            return "all paths";
        }
        List<String> numbers = new ArrayList<>();
        for (int path = 0; path < 8; path++) {
            if ((value & 0x80 >> path) != 0) {
                numbers.add(Integer.toString(path));
            }
        }
        return (numbers.size() == 1 ? "path " : "paths ") + String.join(", ", numbers);
    }

    private static String text(Field field, long value) {
        int bytes = field.width() / 8;
        StringBuilder out = new StringBuilder("\u2018");
        for (int i = bytes - 1; i >= 0; i--) {
            out.append(Ebcdic.printable((int) (value >>> 8 * i) & 0xff));
        }
        return out.append('\u2019').toString();
    }
}
