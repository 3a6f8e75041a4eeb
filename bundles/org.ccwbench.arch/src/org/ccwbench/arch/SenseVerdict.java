// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

import java.util.ArrayList;
import java.util.List;

/** What sense data say, as a phrase in lower case. */
final class SenseVerdict {
    private SenseVerdict() {
    }

    static String phrase(Block layout, byte[] bytes, int offset) {
        List<String> words = new ArrayList<>();
        for (String name : List.of("byte0", "byte1")) {
            if (layout.has(name)) {
                Field f = layout.field(name);
                long value = f.get(bytes, offset);
                if (value != 0) {
                    words.add(f.text(value));
                }
            }
        }
        if (layout.has("era")) {
            Field f = layout.field("era");
            long value = f.get(bytes, offset);
            if (value != 0) {
                words.add("error-recovery action " + f.raw(value) + ", " + f.text(value));
            }
        }
        if (layout.has("message")) {
            String message = SenseMessages.phrase((int) layout.field("byte0").get(bytes, offset),
                (int) layout.field("format").get(bytes, offset), (int) layout.field("message").get(bytes, offset));
            if (!message.isEmpty()) {
                words.add(message);
            }
        }
        if (layout.has("action")) {
            Field f = layout.field("action");
            long value = f.get(bytes, offset);
            if (value != 0) {
                words.add("program action " + f.raw(value) + (f.meaning(value).isPresent() ? ", " + f.text(value) : ""));
            }
        }
        return words.isEmpty() ? "nothing is indicated" : String.join(", ", words);
    }
}
