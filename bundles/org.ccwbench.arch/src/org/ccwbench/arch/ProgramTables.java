// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

import static org.ccwbench.arch.Table.v;

import java.util.List;

/** Blocks that a program writes: ORB, CCW, IDAW, MIDAW (PoP chapter 15). */
final class ProgramTables {
    private static final String CH15 = "PoP SA22-7832, chapter 15, ";

    private static final Value[] CCW_FLAGS = {
        v(0, "no flags"),
        v(0x80, "CD", "chain data"),
        v(0x40, "CC", "chain command"),
        v(0x20, "SLI", "suppress length indication"),
        v(0x10, "SKIP", "skip"),
        v(0x08, "PCI", "program-controlled interruption"),
        v(0x04, "IDA", "indirect data address"),
        v(0x02, "S", "suspend"),
        v(0x01, "MIDA", "modified indirect data address"),
    };

    static final Block CCW0 = new Table("ccw0", "Format-0 channel-command word", Numbering.BLOCK,
            CH15 + "Channel-Command Word")
        .hex("cmd", 8, "Command code")
        .at(8).address("addr", 24, "Data address")
        .at(32).bits("flags", 8, "Flags", CCW_FLAGS)
        .at(40).ignored(8)
        .at(48).number("count", 16, "Count in bytes")
        .build();

    static final Block CCW1 = new Table("ccw1", "Format-1 channel-command word", Numbering.BLOCK,
            CH15 + "Channel-Command Word")
        .hex("cmd", 8, "Command code")
        .at(8).bits("flags", 8, "Flags", CCW_FLAGS)
        .at(16).number("count", 16, "Count in bytes")
        .at(32).address31("addr", "Data address")
        .build();

    static final Block IDAW1 = new Table("idaw1", "Format-1 indirect-data-address word", Numbering.BLOCK,
            CH15 + "CCW Indirect Data Addressing")
        .address31("addr", "Data address")
        .build();

    static final Block IDAW2 = new Table("idaw2", "Format-2 indirect-data-address word", Numbering.BLOCK,
            CH15 + "CCW Indirect Data Addressing")
        .address("addr", 64, "Data address")
        .build();

    static final Block MIDAW = new Table("midaw", "Modified indirect-data-address word", Numbering.BLOCK,
            CH15 + "Modified CCW Indirect Data Addressing")
        .zero(40)
        .at(40).flag("L", "Last MIDAW", "more MIDAWs follow", "last MIDAW of the list")
        .at(41).flag("S", "Skip", "data is transferred", "data is not stored")
        .at(42).flag("DTI", "Data-transfer-interruption control", "no effect",
            "interruption when transfer to this area is attempted")
        .at(43).zero(5)
        .at(48).number("count", 16, "Count in bytes")
        .at(64).address("addr", 64, "Data address")
        .build();

    static final Block ORB_X = commandOrb("orb-x", "Operation-request block, command mode, extended").word(3)
        .number("cssprio", 8, "Channel-subsystem priority")
        .zero(8)
        .number("cuprio", 8, "Control-unit priority")
        .zero(8)
        .word(4).zero(128)
        .build();

    static final Block ORB_TM_X = transportOrb("orb-tm-x", "Operation-request block, transport mode, extended").word(3)
        .number("cssprio", 8, "Channel-subsystem priority")
        .zero(8)
        .hex("program", 8, "Reserved for program use")
        .zero(8)
        .word(4).zero(128)
        .build();

    static final Block ORB_TM = transportOrb("orb-tm", "Operation-request block, transport mode")
        .build(List.of(12, 32), (bytes, offset, length) -> length == 12 ? Block.byName("orb-tm") : ProgramTables.ORB_TM_X);

    static final Block ORB = commandOrb("orb", "Operation-request block")
        .build(List.of(12, 32), ProgramTables::orbLayout);

    private ProgramTables() {
    }

    private static Block orbLayout(byte[] bytes, int offset, int length) {
        boolean transport = (bytes[offset + 5] & 0x04) != 0;
        if (length == 12) {
            return transport ? ORB_TM : Block.byName("orb");
        }
        return transport ? ORB_TM_X : ORB_X;
    }

    private static Table transportOrb(String name, String title) {
        return new Table(name, title, Numbering.WORD, CH15 + "Operation-Request Block")
            .hex("intparm", 32, "Interruption parameter")
            .word(1).number("key", 4, "Subchannel key")
            .zero(9)
            .at(45).flag("B", "Channel-program-type control", "command mode: the address is that of a CCW",
                "transport mode: the address is that of a TCW")
            .zero(2)
            .at(48).paths("lpm", "Logical-path mask")
            .zero(7)
            .at(63).flag("X", "ORB-extension control", "the ORB ends with word 2", "words 3-7 are part of the ORB")
            .word(2).address31("tcw", "TCW address");
    }

    private static Table commandOrb(String name, String title) {
        return new Table(name, title, Numbering.WORD, CH15 + "Operation-Request Block")
            .hex("intparm", 32, "Interruption parameter")
            .word(1).number("key", 4, "Subchannel key")
            .at(36).flag("S", "Suspend control", "a suspend flag is a program check", "suspend flags are honoured")
            .at(37).flag("C", "Streaming-mode control", "off", "on; only FICON paths heed it")
            .at(38).flag("M", "Modification control", "off", "on; only FICON paths heed it")
            .at(39).flag("Y", "Synchronize control", "off", "on; only FICON paths heed it")
            .at(40).flag("F", "Format control", "format-0 CCWs", "format-1 CCWs")
            .at(41).flag("P", "Prefetch control", "no prefetching of CCWs, IDAWs and data across CCWs",
                "prefetching is not limited")
            .at(42).flag("I", "Initial-status-interruption control", "no intermediate interruption for the first command",
                "intermediate interruption when the first command is accepted")
            .at(43).flag("A", "Address-limit-checking control", "no address-limit checking", "address-limit checking")
            .at(44).flag("U", "Suppress-suspended-interruption control", "suspension causes an interruption",
                "suspension causes no interruption")
            .at(45).flag("B", "Channel-program-type control", "command mode: the address is that of a CCW",
                "transport mode: the address is that of a TCW")
            .at(46).flag("H", "Format-2-IDAW control", "format-1 IDAWs", "format-2 IDAWs")
            .at(47).flag("T", "2K-IDAW control", "format-2 IDAWs name 4K blocks", "format-2 IDAWs name 2K blocks")
            .at(48).paths("lpm", "Logical-path mask")
            .at(56).flag("L", "Incorrect-length-suppression mode", "immediate operations may set incorrect length",
                "no incorrect length for immediate operations")
            .at(57).flag("D", "Modified-CCW-indirect-data-addressing control", "the MIDA flag is a program check",
                "the MIDA flag is honoured")
            .at(58).zero(5)
            .at(63).flag("X", "ORB-extension control", "the ORB ends with word 2", "words 3-7 are part of the ORB")
            .word(2).address31("cpa", "Channel-program address");
    }
}
