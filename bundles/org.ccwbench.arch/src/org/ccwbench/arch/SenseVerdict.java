// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

import java.util.ArrayList;
import java.util.List;

/** What sense data say, as a phrase in lower case. */
final class SenseVerdict {
    /** Messages of format 0, program or system checks (IBM GA32-0099). */
    private static final String[] FORMAT0 = {
        "", "invalid command", "invalid command sequence", "CCW count less than required",
        "invalid parameter", "diagnostic or special command violates file mask", "",
        "channel returned with incorrect retry CCW", "reset notification", "storage-path restart", "",
        "invalid defective- or alternate-track pointer", "DPS installation check", "",
        "command invalid on secondary address", "status not as required",
    };

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
        if (layout.has("message") && (bytes[offset] & Sense.COMMAND_REJECT) != 0) {
            int format = (int) layout.field("format").get(bytes, offset);
            int message = (int) layout.field("message").get(bytes, offset);
            if (format == 0 && !FORMAT0[message].isEmpty()) {
                words.add("format 0 message " + Integer.toHexString(message).toUpperCase(java.util.Locale.ROOT)
                    + ": " + FORMAT0[message]);
            }
        }
        return words.isEmpty() ? "nothing is indicated" : String.join(", ", words);
    }
}
