// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

import java.util.ArrayList;
import java.util.List;

/** What a CCW, ORB, IDAW or MIDAW will do: one sentence (PoP SA22-7832, chapter 15). */
final class ProgramVerdict {
    private ProgramVerdict() {
    }

    static String ccw(long ccw, boolean format1, String deviceType) {
        int code = Ccw.command(ccw);
        int flags = Ccw.flags(ccw, format1);
        int count = Ccw.count(ccw, format1);
        String address = Ccw.block(format1).field("addr").raw(Ccw.address(ccw, format1));
        if (Ccw.isTic(ccw, format1)) {
            String wrong = !format1 || (flags == 0 && count == 0) ? ""
                : ", but flags and count must be zero in format 1: program check";
            return "Transfer in channel: the program goes on at " + address + wrong + ".";
        }
        Direction direction = Direction.of(code);
        if (direction == Direction.INVALID || direction == Direction.TIC) {
            return "Command code " + Hex.of(code) + " is invalid: program check, unless the CCW before chains data to this one.";
        }
        String name = Commands.of(deviceType).byCode(code).map(c -> c.title() + " (" + Hex.of(code) + ")")
            .orElse("Command " + Hex.of(code) + " (" + direction.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + ")");
        StringBuilder out = new StringBuilder(name).append(", ").append(count).append(count == 1 ? " byte" : " bytes");
        boolean moves = count > 0 || !format1;
        if (moves) {
            out.append(where(flags, direction, address));
        }
        List<String> more = flags(flags);
        more.addAll(wrong(ccw, format1, flags, count));
        more.forEach(m -> out.append("; ").append(m));
        return out.append('.').toString();
    }

    private static String where(int flags, Direction direction, String address) {
        if ((flags & Ccw.SKIP) != 0 && direction.stores()) {
            return ", read but not stored";
        }
        String way = direction.stores() ? " into " : " from ";
        if ((flags & Ccw.IDA) != 0) {
            return way + "the areas that the IDAWs at " + address + " name";
        }
        if ((flags & Ccw.MIDA) != 0) {
            return way + "the areas that the MIDAWs at " + address + " name";
        }
        return way + address + (direction == Direction.READ_BACKWARD ? " downward" : "");
    }

    private static List<String> flags(int flags) {
        List<String> out = new ArrayList<>();
        if ((flags & Ccw.CD) != 0) {
            out.add("the data continue with the next CCW");
        } else if ((flags & Ccw.CC) != 0) {
            out.add("then the next command");
        }
        if ((flags & Ccw.SLI) != 0) {
            out.add((flags & Ccw.CD) != 0 ? "SLI has no effect while data are chained" : "incorrect length suppressed");
        }
        if ((flags & Ccw.PCI) != 0) {
            out.add("program-controlled interruption");
        }
        if ((flags & Ccw.S) != 0) {
            out.add("suspends the program before this command");
        }
        return out;
    }

    private static List<String> wrong(long ccw, boolean format1, int flags, int count) {
        List<String> out = new ArrayList<>();
        if (count == 0 && (!format1 || (flags & Ccw.CD) != 0)) {
            out.add("a count of zero is a program check");
        }
        if (format1 && Ccw.address(ccw, true) >>> 31 != 0) {
            out.add("bit 32 is one: program check");
        }
        if ((flags & Ccw.IDA) != 0 && (flags & Ccw.MIDA) != 0) {
            out.add("IDA and MIDA together are a program check");
        }
        return out;
    }

    static String orb(Block layout, byte[] bytes, int offset) {
        boolean format1 = Orb.F.isSet(bytes, offset);
        long cpa = Orb.CPA.get(bytes, offset);
        if (Orb.B.isSet(bytes, offset)) {
            return "Bit B is one: this ORB starts a transport-mode operation, and reads differently.";
        }
        List<String> out = new ArrayList<>();
        out.add("Starts the format-" + (format1 ? 1 : 0) + " channel program at " + Orb.CPA.raw(cpa) + " with key "
            + Orb.KEY.get(bytes, offset) + " over " + Orb.LPM.text(Orb.LPM.get(bytes, offset)));
        out.add(!Orb.H.isSet(bytes, offset) ? "format-1 IDAWs (2K)"
            : Orb.T.isSet(bytes, offset) ? "format-2 IDAWs (2K)" : "format-2 IDAWs (4K)");
        out.add(Orb.P.isSet(bytes, offset) ? "prefetch allowed" : "no prefetch");
        if (Orb.D.isSet(bytes, offset)) {
            out.add("MIDAWs allowed");
        }
        if (Orb.S.isSet(bytes, offset)) {
            out.add("may be suspended");
        }
        if (Orb.A.isSet(bytes, offset)) {
            out.add("addresses are checked against the limit");
        }
        if (layout.field("res58").isSet(bytes, offset) || cpa >>> 31 != 0) {
            out.add("reserved bits are not zero: operand exception");
        }
        if ((cpa & 7) != 0) {
            out.add("the program is not on a doubleword boundary: program check");
        }
        if (!format1 && cpa >>> 24 != 0) {
            out.add("a format-0 program must start below 16M: program check");
        }
        if (layout.length() == Orb.LENGTH && Orb.X.isSet(bytes, offset)) {
            out.add("words 3-7, which bit X announces, are not here");
        }
        return String.join("; ", out) + ".";
    }

    static String idaw(long address, boolean format2) {
        if (!format2 && !Idaw.valid31(address)) {
            return "Bit 0 is one: program check.";
        }
        long boundary = format2 ? 4096 : 2048;
        long left = boundary - (address & boundary - 1);
        return "Data at " + (format2 ? String.format("%016X", address) : String.format("%08X", address)) + ", up to " + left
            + " bytes to the next " + boundary / 1024 + "K boundary"
            + (left == boundary ? "." : "; only the first word of a list may point inside a block.");
    }

    static String midaw(byte[] bytes, int offset) {
        long count = Midaw.COUNT.get(bytes, offset);
        long address = Midaw.ADDRESS.get(bytes, offset);
        StringBuilder out = new StringBuilder().append(count).append(count == 1 ? " byte at " : " bytes at ")
            .append(Midaw.ADDRESS.raw(address));
        if (Midaw.SKIP_FLAG.isSet(bytes, offset)) {
            out.append(", not stored");
        }
        out.append(Midaw.LAST_FLAG.isSet(bytes, offset) ? "; the last of the list" : "; more follow");
        if (count == 0) {
            out.append("; a count of zero is a program check");
        } else if ((address & 4095) + count > 4096 && !Midaw.SKIP_FLAG.isSet(bytes, offset)) {
            out.append("; the area crosses a page: program check");
        }
        for (Field f : Midaw.BLOCK.fields()) {
            if (f.kind() == Kind.ZERO && f.isSet(bytes, offset)) {
                return out.append("; reserved bits are not zero: program check.").toString();
            }
        }
        return out.append('.').toString();
    }
}
