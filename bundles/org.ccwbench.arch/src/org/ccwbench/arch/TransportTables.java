// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

import static org.ccwbench.arch.Table.v;

import java.util.List;
import java.util.stream.IntStream;

/** Blocks of transport mode: TCW, TIDAW, TCCB with its DCWs (PoP chapter 15), TSB (PoP chapter 16). */
final class TransportTables {
    private static final String CH15 = "PoP SA22-7832, chapter 15, ";
    private static final String TCCB_REF = CH15 + "Transport-Command-Control Block";
    private static final String TSB_REF = "PoP SA22-7832, chapter 16, Transport-Status Block";

    static final Block TCW = new Table("tcw", "Transport-control word", Numbering.WORD, CH15 + "Transport-Control Word")
        .code("format", 2, "Format", v(0, "format 0")).zero(6)
        .at(8).zero(5)
        .at(13).flag("IT", "Input TIDA", "the input address is that of the data", "the input address is that of TIDAWs")
        .flag("TT", "TCCB TIDA", "the TCCB address is that of the TCCB", "the TCCB address is that of TIDAWs")
        .flag("OT", "Output TIDA", "the output address is that of the data", "the output address is that of TIDAWs")
        .at(16).code("tidawfmt", 2, "TIDAW format", v(0, "format 0")).zero(14)
        .word(1).zero(8)
        .at(40).number("tccbl", 6, "TCCB length: words beyond 20 bytes, 24 if both R and W are one")
        .at(46).flag("R", "Read operations", "no input", "the program reads")
        .flag("W", "Write operations", "no output", "the program writes").zero(16)
        .word(2).address("output", 64, "Output-data address")
        .word(4).address("input", 64, "Input-data address")
        .word(6).address("tsb", 64, "Transport-status-block address")
        .word(8).address("tccb", 64, "Transport-command-control-block address")
        .word(10).number("outcount", 32, "Output count in bytes")
        .word(11).number("incount", 32, "Input count in bytes")
        .word(12).zero(96)
        .word(15).address31("intrg", "Interrogate-TCW address")
        .build();

    static final Block TIDAW = new Table("tidaw", "Transport-indirect-data-address word", Numbering.BLOCK,
            CH15 + "Transport-Indirect-Data-Address Word")
        .bits("flags", 8, "Flags", v(0, "no flags"), v(0x80, "L", "last TIDAW"), v(0x40, "S", "skip"),
            v(0x20, "D", "data-transfer interruption"), v(0x10, "T", "transfer in channel"),
            v(0x08, "C", "insert check bytes"))
        .zero(24)
        .at(32).number("count", 32, "Count in bytes")
        .at(64).address("addr", 64, "Data address, or address of the next TIDAW")
        .build();

    static final Block DCW = new Table("dcw", "Device-command word", Numbering.WORD, CH15 + "Device-Command Word")
        .hex("cmd", 8, "Command code")
        .bits("flags", 8, "Flags", v(0, "no flags"), v(0x40, "CC", "chain command"))
        .zero(8)
        .at(24).number("cdcount", 8, "Control-data count in bytes")
        .word(1).number("count", 32, "Data count in bytes")
        .build();

    static final Block TCAH = new Table("tcah", "Transport-command-area header", Numbering.WORD, TCCB_REF)
        .code("format", 8, "Format", v(0x7f, "DCWs of variable length follow")).zero(24)
        .word(1).zero(24)
        .at(56).number("tcal", 8, "Transport-command-area length: bytes of DCWs and control data, and 12")
        .word(2).code("sac", 16, "Service-action code", v(0x1ffe, "commands for the device"), v(0x1fff, "interrogate"))
        .zero(8)
        .at(88).number("prio", 8, "Priority")
        .word(3).zero(32)
        .build();

    static final Block TCAT = new Table("tcat", "Transport-command-area trailer", Numbering.WORD, TCCB_REF)
        .zero(32).number("tcount", 32, "Transport count in bytes").build();

    static final Block TCAT_BIDI = new Table("tcat-bidi", "Transport-command-area trailer, bidirectional",
            Numbering.WORD, TCCB_REF)
        .zero(32).number("tcount", 32, "Write transport count in bytes")
        .number("rcount", 32, "Read transport count in bytes").build();

    static final Block INTERROGATE = new Table("interrogate", "Control data of an interrogate DCW", Numbering.WORD,
            CH15 + "Interrogate DCW")
        .code("format", 8, "Format", v(0, "format 0"))
        .code("rc", 8, "Reason code", v(0, "not specified"), v(1, "timeout"))
        .code("rcq", 8, "Reason-code qualifier", v(0, "not specified"), v(1, "primary"), v(2, "secondary"))
        .paths("lpm", "Logical-path mask")
        .word(1).paths("pam", "Path-available mask")
        .paths("pim", "Path-installed mask")
        .number("timeout", 16, "Timeout")
        .word(2).bits("flags", 8, "Flags", v(0, "no flags"), v(0x80, "MPM", "multipath mode"),
            v(0x40, "PPR", "program path recovery"), v(0x20, "CRIT", "critical device"))
        .zero(24)
        .word(3).zero(32)
        .word(4).hex("time", 64, "Time")
        .word(6).hex("progid", 64, "Program identifier")
        .word(8).data("progdata", 208, "Program-dependent data")
        .build(IntStream.rangeClosed(32, 240).boxed().toList(), null);

    static final Block TSB_IOSTAT = header("tsb-iostat", "Transport-status block, I/O status")
        .word(3).number("devtime", 32, "Device time")
        .number("deftime", 32, "Defer time")
        .number("queuetime", 32, "Queue time")
        .number("busytime", 32, "Device-busy time")
        .number("activetime", 32, "Device-active-only time")
        .word(8).part("sense", SenseTables.SENSE_COMMON)
        .build();

    // The reason codes rest on PoP alone: no published driver or control-block listing spells them out.
    static final Block TSB_DDPC = header("tsb-ddpc", "Transport-status block, device-detected program check")
        .word(3).zero(24)
        .at(120).code("rc", 8, "Reason code", v(0, "no information"), v(1, "the TCCB did not arrive whole"),
            v(2, "output data arrived with wrong check bytes"), v(3, "the TCCB's length is wrong"),
            v(4, "the TCA header is wrong"), v(5, "a DCW is wrong"), v(6, "the direction of transfer is wrong"),
            v(7, "the transport count is wrong"), v(8, "two I/O operations were active"))
        .word(4).data("rcq", 16, "Reason-code qualifier")
        .word(8).part("sense", SenseTables.SENSE_COMMON)
        .build();

    static final Block TSB_INTRG = header("tsb-intrg", "Transport-status block, interrogate")
        .word(3).hex("fmt", 8, "Format of the interrogate status")
        .bits("valid", 8, "Flags", v(0, "no state valid"), v(0x80, "CUV", "control-unit state valid"),
            v(0x40, "DEVV", "device state valid"), v(0x20, "OPV", "operation state valid"))
        .hex("custate", 8, "Control-unit state")
        .hex("devstate", 8, "Device state")
        .word(4).hex("opstate", 8, "Operation state").zero(24)
        .word(5).data("sdinfo", 12, "State-dependent information")
        .word(8).hex("dlid", 32, "Device-level identifier")
        .word(9).data("dddata", 28, "Device-dependent data")
        .build();

    static final Block TSB = header("tsb", "Transport-status block")
        .word(3).data("tsa", 52, "Transport-status area")
        .build(List.of(64), (bytes, offset, length) -> switch (bytes[offset + 1] & 7) {
            case 1 -> TransportTables.TSB_IOSTAT;
            case 2 -> TransportTables.TSB_DDPC;
            case 3 -> TransportTables.TSB_INTRG;
            default -> Block.byName("tsb");
        });

    static final Block TCCB = new Table("tccb", "Transport-command-control block", Numbering.WORD, TCCB_REF)
        .part("tcah", TCAH).part("dcw0", DCW).part("tcat", TCAT)
        .build(IntStream.rangeClosed(Tccb.MIN_LENGTH / 4, Tccb.MAX_LENGTH / 4).map(words -> 4 * words).boxed().toList(),
            (bytes, offset, length) -> layout(TccbShape.of(bytes, offset, length), bytes, offset, length));

    private TransportTables() {
    }

    private static Table header(String name, String title) {
        return new Table(name, title, Numbering.WORD, TSB_REF)
            .number("length", 8, "Length of the status in bytes")
            .bits("flags", 5, "Flags", v(0, "no flags"), v(0x10, "DV", "DCW offset valid"), v(0x08, "CV", "count valid"),
                v(0x04, "CM", "cache miss"), v(0x02, "TV", "times valid"))
            .code("format", 3, "Format of the status area", v(0, "none"), v(1, "I/O status"),
                v(2, "device-detected program check"), v(3, "interrogate"), v(4, "reserved"), v(5, "reserved"),
                v(6, "reserved"), v(7, "reserved"))
            .at(16).number("dcwoffset", 16, "DCW offset")
            .word(1).number("count", 32, "Residual count")
            .word(2).zero(32);
    }

    private static Block layout(TccbShape shape, byte[] bytes, int offset, int length) {
        Table t = new Table("tccb", "Transport-command-control block", Numbering.WORD, TCCB_REF).part("tcah", TCAH);
        int at = TccbShape.HEADER;
        for (int n = 0; n < shape.dcws().size(); n++) {
            t.part("dcw" + n, DCW);
            int count = bytes[offset + at + 3] & 0xff;
            if (count > 0) {
                t.part("cd" + n, new Table("control-data", "Control data", Numbering.BYTE, TCCB_REF)
                    .data("data", count, "Control data").build());
                t.zero(8 * (TccbShape.padded(count) - count));
            }
            at += 8 + TccbShape.padded(count);
        }
        if (shape.end() > at) {
            t.data("rest", shape.end() - at, "Not part of a DCW");
        }
        if (shape.end() < length) {
            t.part("tcat", length - shape.end() == 8 ? TCAT : TCAT_BIDI);
        }
        return t.build();
    }
}
