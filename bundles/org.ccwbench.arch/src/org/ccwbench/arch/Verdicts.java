// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

import java.util.ArrayList;
import java.util.List;

/** One sentence for a block of any kind. */
final class Verdicts {
    private Verdicts() {
    }

    static String of(Block layout, byte[] bytes, int offset, String deviceType) {
        return switch (layout.name()) {
            case "scsw" -> StatusVerdict.scsw(bytes, offset, false);
            case "scsw-tm" -> StatusVerdict.scsw(bytes, offset, true);
            case "irb" -> StatusVerdict.irb(bytes, offset, false, deviceType);
            case "irb-tm" -> StatusVerdict.irb(bytes, offset, true, deviceType);
            case "ccw0" -> ProgramVerdict.ccw(Ccw.get(bytes, offset), false, deviceType);
            case "ccw1" -> ProgramVerdict.ccw(Ccw.get(bytes, offset), true, deviceType);
            case "orb", "orb-x" -> ProgramVerdict.orb(layout, bytes, offset);
            case "orb-tm", "orb-tm-x", "tcw", "tidaw", "dcw", "tcah", "tcat", "tcat-bidi", "tccb", "interrogate", "control-data", "tsb",
                "tsb-iostat", "tsb-ddpc", "tsb-intrg" -> TransportVerdict.of(layout, bytes, offset, deviceType);
            case "idaw1" -> ProgramVerdict.idaw(layout.field("addr").get(bytes, offset), false);
            case "idaw2" -> ProgramVerdict.idaw(layout.field("addr").get(bytes, offset), true);
            case "midaw" -> ProgramVerdict.midaw(bytes, offset);
            case "pmcw" -> pmcw(layout, bytes, offset) + ".";
            case "schib" -> schib(bytes, offset);
            case "crw" -> crw(layout, bytes, offset);
            case "schid" -> subchannel(layout, bytes, offset) + ".";
            case "intcode" -> "Interruption " + (layout.field("A").isSet(bytes, offset) ? "from an adapter"
                : "from " + lower(subchannel(layout, bytes, offset))) + ", subclass " + text(layout, "isc", bytes, offset)
                + ", parameter " + raw(layout, "intparm", bytes, offset) + ".";
            case "esw0", "esw0-64" -> "Subchannel logout: " + logout(layout, bytes, offset) + ".";
            case "esw1", "esw2", "esw3" -> "The last path used was " + text(layout, "lpum", bytes, offset) + ".";
            case "erw" -> layout.field("CS").isSet(bytes, offset)
                ? text(layout, "scnt", bytes, offset) + " bytes of sense data stand in the ECW." : "No sense data in the ECW.";
            case "emw" -> "The device was connected for " + text(layout, "dct", bytes, offset) + " and the function pending for "
                + text(layout, "fpt", bytes, offset) + " units of half a microsecond.";
            case "sense", "sense24", "sense32", "sense-common", "sense-fba", "sense-tape", "sense-3480" ->
                capital(SenseVerdict.phrase(layout, bytes, offset)) + ".";
            default -> DeviceVerdict.of(layout, bytes, offset);
        };
    }

    static String text(Block layout, String field, byte[] bytes, int offset) {
        Field f = layout.field(field);
        return f.text(f.get(bytes, offset));
    }

    static String raw(Block layout, String field, byte[] bytes, int offset) {
        Field f = layout.field(field);
        return f.raw(f.get(bytes, offset));
    }

    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String lower(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    private static String subchannel(Block layout, byte[] bytes, int offset) {
        String where = "Subchannel " + layout.field("ssid").get(bytes, offset) + "." + raw(layout, "sch", bytes, offset);
        if (layout.field("m").isSet(bytes, offset)) {
            where += " of channel subsystem " + raw(layout, "cssid", bytes, offset);
        }
        return layout.field("one").isSet(bytes, offset) ? where : where + ", but bit 15 is zero: operand exception";
    }

    private static String pmcw(Block layout, byte[] bytes, int offset) {
        if (!Pmcw.V.isSet(bytes, offset)) {
            return "No device is associated with the subchannel";
        }
        return "Device " + Pmcw.DEVNO.raw(Pmcw.DEVNO.get(bytes, offset))
            + (Pmcw.E.isSet(bytes, offset) ? ", enabled" : ", not enabled")
            + ", interruption subclass " + Pmcw.ISC.get(bytes, offset)
            + ", installed " + Pmcw.PIM.text(Pmcw.PIM.get(bytes, offset))
            + ", available " + Pmcw.PAM.text(Pmcw.PAM.get(bytes, offset));
    }

    private static String schib(byte[] bytes, int offset) {
        String pmcw = pmcw(Pmcw.BLOCK, bytes, offset + Schib.PMCW);
        return Pmcw.V.isSet(bytes, offset) ? pmcw + ". " + StatusVerdict.scsw(bytes, offset + Schib.SCSW, false) : pmcw + ".";
    }

    private static String crw(Block layout, byte[] bytes, int offset) {
        List<String> out = new ArrayList<>();
        String source = text(layout, "rsc", bytes, offset);
        out.add(capital(source) + " " + raw(layout, "rsid", bytes, offset) + ": " + text(layout, "erc", bytes, offset));
        if (layout.field("S").isSet(bytes, offset)) {
            out.add("solicited");
        }
        if (layout.field("R").isSet(bytes, offset)) {
            out.add("earlier channel-report words were lost");
        }
        if (layout.field("C").isSet(bytes, offset)) {
            out.add("another word of the report follows");
        }
        return String.join("; ", out) + ".";
    }

    private static String logout(Block layout, byte[] bytes, int offset) {
        List<String> out = new ArrayList<>();
        if (layout.field("esf").isSet(bytes, offset)) {
            out.add(text(layout, "esf", bytes, offset));
        }
        out.add("storage access " + text(layout, "sa", bytes, offset));
        out.add("termination " + text(layout, "tc", bytes, offset));
        if (layout.field("FS").isSet(bytes, offset)) {
            out.add("failing storage at " + raw(layout, "fsa", bytes, offset));
        }
        return String.join(", ", out);
    }
}
