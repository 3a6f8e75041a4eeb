// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

import static org.ccwbench.arch.Verdicts.raw;
import static org.ccwbench.arch.Verdicts.text;

import java.util.ArrayList;
import java.util.List;

/** What a block of transport mode will do, or what came of it: one sentence (PoP SA22-7832, chapters 15 and 16). */
final class TransportVerdict {
    private static final int NAMED_DCWS = 4;

    private TransportVerdict() {
    }

    static String of(Block b, byte[] bytes, int offset, String deviceType) {
        return switch (b.name()) {
            case "orb-tm", "orb-tm-x" -> orb(b, bytes, offset);
            case "tcw" -> tcw(b, bytes, offset);
            case "tidaw" -> tidaw(b, bytes, offset);
            case "dcw" -> Verdicts.capital(dcw(bytes, offset, deviceType)) + chained(bytes, offset) + ".";
            case "tcah" -> "Header of " + text(b, "sac", bytes, offset) + ", length " + text(b, "tcal", bytes, offset)
                + ", priority " + text(b, "prio", bytes, offset) + ".";
            case "tcat" -> "The transport moves " + text(b, "tcount", bytes, offset) + " bytes, check bytes included.";
            case "tcat-bidi" -> "The transport writes " + text(b, "tcount", bytes, offset) + " and reads "
                + text(b, "rcount", bytes, offset) + " bytes, check bytes included.";
            case "tccb" -> tccb(b, bytes, offset, deviceType);
            case "interrogate" -> "Interrogates because of " + text(b, "rc", bytes, offset) + ".";
            case "control-data" -> b.length() + " byte" + (b.length() == 1 ? "" : "s") + " of control data.";
            default -> tsb(b, bytes, offset, deviceType);
        };
    }

    /** What only a transport-mode SCSW tells, as clauses that each start with a semicolon. */
    static String status(byte[] bytes, int offset) {
        StringBuilder out = new StringBuilder();
        long fcxs = Scsw.FCXS.get(bytes, offset);
        if (fcxs != 0) {
            out.append(fcxs == Scsw.TSB_STORED ? "; the TSB tells more" : "; FCX status: " + Scsw.FCXS.text(fcxs));
        }
        if (Scsw.SESQ.isSet(bytes, offset)) {
            out.append("; ").append(Scsw.SESQ.text(Scsw.SESQ.get(bytes, offset)))
                .append(" (subchannel-extended status ").append(Scsw.SESQ.raw(Scsw.SESQ.get(bytes, offset))).append(')');
        }
        if (Scsw.IF.isSet(bytes, offset)) {
            out.append("; the interrogate operation failed");
        } else if (Scsw.Q.isSet(bytes, offset)) {
            out.append("; an interrogate operation has completed");
        }
        return out.toString();
    }

    private static String orb(Block b, byte[] bytes, int offset) {
        if (!b.field("B").isSet(bytes, offset)) {
            return "Bit B is zero: this ORB starts a command-mode operation, and reads differently.";
        }
        List<String> out = new ArrayList<>();
        out.add("Starts a transport-mode operation with the TCW at " + raw(b, "tcw", bytes, offset) + ", with key "
            + text(b, "key", bytes, offset) + " over " + text(b, "lpm", bytes, offset));
        if (b.length() > Orb.LENGTH && !b.field("X").isSet(bytes, offset)) {
            out.add("bit X is zero: words 3-7 are not part of it");
        }
        if (zerosBroken(b, bytes, offset) || b.field("tcw").get(bytes, offset) >>> 31 != 0) {
            out.add("reserved bits are not zero: operand exception");
        }
        boundary(out, "TCW", b.field("tcw").get(bytes, offset), 64);
        return String.join("; ", out) + ".";
    }

    private static String tcw(Block b, byte[] bytes, int offset) {
        boolean reads = Tcw.R.isSet(bytes, offset);
        boolean writes = Tcw.W.isSet(bytes, offset);
        List<String> out = new ArrayList<>();
        List<String> moves = new ArrayList<>();
        if (writes) {
            moves.add("writes " + text(b, "outcount", bytes, offset) + " bytes from "
                + area(Tcw.OUTPUT_TIDA.isSet(bytes, offset), raw(b, "output", bytes, offset)));
        }
        if (reads) {
            moves.add("reads " + text(b, "incount", bytes, offset) + " bytes into "
                + area(Tcw.INPUT_TIDA.isSet(bytes, offset), raw(b, "input", bytes, offset)));
        }
        out.add(moves.isEmpty() ? "Moves no data" : Verdicts.capital(String.join(" and ", moves)));
        out.add("TCCB of " + Tcw.tccbLength(bytes, offset) + " bytes "
            + (Tcw.TCCB_TIDA.isSet(bytes, offset) ? "in the areas that the TIDAWs at " + raw(b, "tccb", bytes, offset) + " name"
                : "at " + raw(b, "tccb", bytes, offset)));
        out.add("status goes to the TSB at " + raw(b, "tsb", bytes, offset));
        if (Tcw.INTERROGATE.isSet(bytes, offset)) {
            out.add("interrogate TCW at " + raw(b, "intrg", bytes, offset));
        }
        if (Tcw.FORMAT.isSet(bytes, offset) || b.field("tidawfmt").isSet(bytes, offset)) {
            out.add("only format 0 is defined: program check");
        }
        if (zerosBroken(b, bytes, offset)) {
            out.add("reserved bits are not zero: program check");
        }
        boundary(out, "TSB", Tcw.TSB.get(bytes, offset), 8);
        boundary(out, Tcw.TCCB_TIDA.isSet(bytes, offset) ? "list of TIDAWs of the TCCB" : "TCCB", Tcw.TCCB.get(bytes, offset),
            Tcw.TCCB_TIDA.isSet(bytes, offset) ? 16 : 8);
        if (writes && Tcw.OUTPUT_TIDA.isSet(bytes, offset)) {
            boundary(out, "output list of TIDAWs", Tcw.OUTPUT.get(bytes, offset), 16);
        }
        if (reads && Tcw.INPUT_TIDA.isSet(bytes, offset)) {
            boundary(out, "input list of TIDAWs", Tcw.INPUT.get(bytes, offset), 16);
        }
        return String.join("; ", out) + ".";
    }

    private static String area(boolean tidaws, String address) {
        return tidaws ? "the areas that the TIDAWs at " + address + " name" : address;
    }

    private static void boundary(List<String> out, String what, long address, int boundary) {
        if ((address & boundary - 1) != 0) {
            out.add("the " + what + " is not on a boundary of " + boundary + " bytes: program check");
        }
    }

    private static boolean zerosBroken(Block b, byte[] bytes, int offset) {
        return b.fields().stream().anyMatch(f -> f.kind() == Kind.ZERO && f.isSet(bytes, offset));
    }

    private static String tidaw(Block b, byte[] bytes, int offset) {
        int flags = (int) Tidaw.FLAGS.get(bytes, offset);
        String address = raw(b, "addr", bytes, offset);
        StringBuilder out = new StringBuilder();
        if ((flags & Tidaw.TTIC) != 0) {
            out.append("The list goes on at ").append(address);
            if ((Tidaw.ADDRESS.get(bytes, offset) & 15) != 0) {
                out.append("; that is not on a boundary of 16 bytes: program check");
            }
        } else {
            long count = Tidaw.COUNT.get(bytes, offset);
            out.append(count).append(count == 1 ? " byte at " : " bytes at ").append(address);
            out.append((flags & Tidaw.SKIP) != 0 ? ", not stored" : "");
            out.append((flags & Tidaw.INSERT_CBC) != 0 ? "; check bytes are inserted after them" : "");
            out.append((flags & Tidaw.DTI) != 0 ? "; interruption when transfer to this area is attempted" : "");
            out.append((flags & Tidaw.LAST) != 0 ? "; the last of the list" : "; more follow");
        }
        return out.append(zerosBroken(b, bytes, offset) ? "; reserved bits are not zero: program check." : ".").toString();
    }

    private static String dcw(byte[] bytes, int offset, String deviceType) {
        int command = (int) Dcw.COMMAND.get(bytes, offset);
        long count = Dcw.COUNT.get(bytes, offset);
        long control = Dcw.CONTROL_DATA_COUNT.get(bytes, offset);
        StringBuilder out = new StringBuilder(Commands.of(deviceType).byCode(command).map(Command::title)
            .orElse(command == Dcw.INTERROGATE ? "INTERROGATE" : "command")).append(" (").append(Hex.of(command)).append(')');
        if (control > 0) {
            out.append(" with ").append(control).append(control == 1 ? " byte" : " bytes").append(" of control data");
        }
        if (count > 0) {
            out.append(control > 0 ? " and " : ", ").append(count).append(count == 1 ? " byte of data" : " bytes of data");
        }
        return out.toString();
    }

    private static String chained(byte[] bytes, int offset) {
        return (Dcw.FLAGS.get(bytes, offset) & Dcw.CHAIN) != 0 ? "; then the next command" : "";
    }

    private static String tccb(Block b, byte[] bytes, int offset, String deviceType) {
        int length = b.length();
        TccbShape shape = TccbShape.of(bytes, offset, length);
        List<String> out = new ArrayList<>();
        Block head = TransportTables.TCAH;
        if ((bytes[offset] & 0xff) != Tccb.FORMAT) {
            out.add("the format in the header is " + Hex.of(bytes[offset]) + ", only 7F is defined");
        }
        int dcws = shape.dcws().size();
        if (dcws > 0) {
            List<String> named = new ArrayList<>();
            for (int at : shape.dcws().subList(0, Math.min(dcws, NAMED_DCWS))) {
                named.add(dcw(bytes, offset + at, deviceType));
            }
            if (dcws > NAMED_DCWS) {
                named.add(dcws - NAMED_DCWS + " more");
            }
            out.add((dcws == 1 ? "one command" : dcws + " commands") + action(text(head, "sac", bytes, offset)) + ": "
                + String.join(", ", named));
        }
        if (shape.end() < length) {
            Block tail = TransportTables.TCAT_BIDI;
            out.add("transport count " + text(tail, "tcount", bytes, offset + shape.end())
                + (length - shape.end() == 12 ? ", read count " + text(tail, "rcount", bytes, offset + shape.end()) : ""));
        }
        if (shape.problem() != null) {
            out.add(shape.problem());
        }
        return Verdicts.capital(String.join("; ", out)) + ".";
    }

    private static String action(String sac) {
        return switch (sac) {
            case "commands for the device" -> " for the device";
            case "interrogate" -> " to interrogate";
            default -> ", service action unknown (" + sac + ")";
        };
    }

    private static String tsb(Block b, byte[] bytes, int offset, String deviceType) {
        int flags = (int) Tsb.FLAGS.get(bytes, offset);
        List<String> out = new ArrayList<>();
        switch (b.name()) {
            case "tsb-iostat" -> out.add("the device reports the status of the I/O operation");
            case "tsb-ddpc" -> out.add("the device detected a program check: " + text(b, "rc", bytes, offset) + " (reason code "
                + b.field("rc").get(bytes, offset) + qualifier(b, bytes, offset) + ")");
            case "tsb-intrg" -> out.add("the control unit answered the interrogate: " + states(b, bytes, offset));
            default -> out.add(Tsb.FORMAT.isSet(bytes, offset)
                ? "the status area has a reserved format, " + Tsb.FORMAT.get(bytes, offset) : "no status was stored");
        }
        if ((flags & Tsb.DCW_OFFSET_VALID) != 0) {
            out.add("it concerns the DCW at offset " + Tsb.DCW_OFFSET.get(bytes, offset));
        }
        if ((flags & Tsb.COUNT_VALID) != 0) {
            out.add("residual count " + Tsb.COUNT.get(bytes, offset));
        }
        if ((flags & Tsb.CACHE_MISS) != 0) {
            out.add("the data were not in the cache");
        }
        if ((flags & Tsb.TIMES_VALID) != 0 && b.has("devtime")) {
            out.add("device time " + text(b, "devtime", bytes, offset));
        }
        int sense = Tsb.senseCount(bytes, offset);
        if (sense > 0 && anySense(bytes, offset)) {
            Block layout = Sense.block(deviceType).layout(bytes, offset + Tsb.SENSE, sense);
            out.add(sense + " sense bytes: " + SenseVerdict.phrase(layout, bytes, offset + Tsb.SENSE));
        }
        return Verdicts.capital(String.join("; ", out)) + ".";
    }

    private static boolean anySense(byte[] bytes, int offset) {
        for (int i = Tsb.SENSE; i < Tsb.LENGTH; i++) {
            if (bytes[offset + i] != 0) {
                return true;
            }
        }
        return false;
    }

    private static String qualifier(Block b, byte[] bytes, int offset) {
        String digits = raw(b, "rcq0", bytes, offset) + raw(b, "rcq8", bytes, offset);
        return digits.chars().allMatch(c -> c == '0') ? "" : ", qualifier " + digits;
    }

    private static String states(Block b, byte[] bytes, int offset) {
        List<String> out = new ArrayList<>();
        long valid = b.field("valid").get(bytes, offset);
        String[] names = {"custate", "devstate", "opstate"};
        String[] words = {"control-unit state ", "device state ", "operation state "};
        for (int i = 0; i < names.length; i++) {
            if ((valid & 0x80 >> i) != 0) {
                out.add(words[i] + raw(b, names[i], bytes, offset));
            }
        }
        return out.isEmpty() ? "no state is valid" : String.join(", ", out);
    }
}
