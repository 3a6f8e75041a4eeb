// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

import static org.ccwbench.arch.Verdicts.raw;
import static org.ccwbench.arch.Verdicts.text;

/** What a device says of itself, or a parameter block asks for: one sentence. */
final class DeviceVerdict {
    private DeviceVerdict() {
    }

    static String of(Block b, byte[] bytes, int offset) {
        return switch (b.name()) {
            case "senseid" -> senseId(b, bytes, offset);
            case "rdc" -> b.has("trackset") ? raw(b, "devtype", bytes, offset) + "-" + raw(b, "devmodel", bytes, offset)
                + " behind a " + raw(b, "cutype", bytes, offset) + ": "
                + text(b, "cylinders", bytes, offset) + " cylinders of " + text(b, "heads", bytes, offset) + " tracks of "
                + text(b, "tracklen", bytes, offset) + " bytes." : b.title() + ", cut off.";
            case "rdc-fba" -> text(b, "blocks", bytes, offset) + " blocks of " + text(b, "blocksize", bytes, offset) + " bytes.";
            case "count" -> "Record " + text(b, "r", bytes, offset) + " of cylinder " + dec(b, "cc", bytes, offset) + " head "
                + dec(b, "hh", bytes, offset) + ": key " + text(b, "kl", bytes, offset) + " bytes, data "
                + text(b, "dl", bytes, offset) + " bytes.";
            case "define-extent" -> "Extent from cylinder " + dec(b, "begcc", bytes, offset) + " head "
                + dec(b, "beghh", bytes, offset) + " to cylinder " + dec(b, "endcc", bytes, offset) + " head "
                + dec(b, "endhh", bytes, offset) + "; " + text(b, "perm", bytes, offset) + ".";
            case "locate-record", "locate-record-extended" -> Verdicts.capital(text(b, "op", bytes, offset)) + ", count "
                + text(b, "count", bytes, offset) + ", oriented on " + text(b, "orient", bytes, offset) + " of cylinder "
                + dec(b, "cc", bytes, offset) + " head " + dec(b, "hh", bytes, offset) + " record "
                + text(b, "r", bytes, offset) + ".";
            case "fba-define-extent" -> "Blocks " + text(b, "first", bytes, offset) + " to " + text(b, "last", bytes, offset)
                + ", the first at block " + text(b, "location", bytes, offset) + " of the disk; "
                + text(b, "perm", bytes, offset) + ".";
            case "fba-locate" -> Verdicts.capital(text(b, "operation", bytes, offset)) + " " + text(b, "blocks", bytes, offset)
                + " blocks from relative block " + text(b, "first", bytes, offset) + ".";
            case "pgid" -> "The path is " + text(b, "state", bytes, offset) + ", " + text(b, "multi", bytes, offset) + ".";
            case "spid" -> Verdicts.capital(text(b, "function", bytes, offset)) + ", " + text(b, "multi", bytes, offset) + ".";
            case "ciw" -> text(b, "ct", bytes, offset) + " with command " + raw(b, "cmd", bytes, offset) + ", "
                + text(b, "count", bytes, offset) + " bytes.";
            default -> b.title() + ".";
        };
    }

    private static String senseId(Block b, byte[] bytes, int offset) {
        if (!b.has("cumodel")) {
            return "Sense-ID data, cut off.";
        }
        if ((bytes[offset] & 0xff) != 0xff) {
            return "Not sense-ID data: byte 0 is not FF.";
        }
        String cu = "control unit " + raw(b, "cutype", bytes, offset) + "-" + raw(b, "cumodel", bytes, offset);
        return b.has("devmodel") ? "Device " + raw(b, "devtype", bytes, offset) + "-" + raw(b, "devmodel", bytes, offset)
            + " behind " + cu + "." : Verdicts.capital(cu) + ".";
    }

    private static String dec(Block b, String field, byte[] bytes, int offset) {
        return Long.toString(b.field(field).get(bytes, offset));
    }
}
