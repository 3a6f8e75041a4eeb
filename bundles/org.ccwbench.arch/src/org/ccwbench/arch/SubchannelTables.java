// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

import static org.ccwbench.arch.Table.v;

/** The subchannel and its identification: PMCW, SCHIB, interruption code (PoP 15, 16), CRW (PoP 17). */
final class SubchannelTables {
    private static final String CH15 = "PoP SA22-7832, chapter 15, ";

    static final Block SCHID = schid(new Table("schid", "Subsystem-identification word", Numbering.BLOCK,
        "PoP SA22-7832, chapter 14, I/O-Instruction Formats")).build();

    static final Block INTCODE = schid(new Table("intcode", "I/O-interruption code", Numbering.WORD,
            "PoP SA22-7832, chapter 16, Interruption Action"))
        .word(1).hex("intparm", 32, "Interruption parameter")
        .word(2).flag("A", "Adapter interruption", "from a subchannel", "from an adapter")
        .zero(1)
        .number("isc", 3, "I/O-interruption subclass")
        .ignored(27)
        .build();

    static final Block PMCW = new Table("pmcw", "Path-management-control word", Numbering.WORD,
            CH15 + "Path-Management-Control Word")
        .hex("intparm", 32, "Interruption parameter")
        .word(1).zero(2)
        .at(34).number("isc", 3, "I/O-interruption subclass")
        .at(37).zero(3)
        .at(40).flag("E", "Enabled", "not enabled", "enabled")
        .at(41).code("lm", 2, "Limit mode", v(0, "no address-limit checking"),
            v(1, "data addresses must be at or above the limit"), v(2, "data addresses must be below the limit"),
            v(3, "reserved: operand exception"))
        .at(43).bits("mm", 2, "Measurement-mode enable", v(0, "no measurement"), v(2, "measurement-block update"),
            v(1, "device-connect-time measurement"))
        .at(45).flag("D", "Multipath mode", "single-path mode", "multipath mode")
        .at(46).flag("T", "Timing facility", "not available", "available")
        .at(47).flag("V", "Device number valid", "no device", "a device is associated")
        .at(48).hex("devno", 16, "Device number")
        .word(2).paths("lpm", "Logical-path mask")
        .paths("pnom", "Path-not-operational mask")
        .paths("lpum", "Last-path-used mask")
        .paths("pim", "Path-installed mask")
        .word(3).number("mbi", 16, "Measurement-block index")
        .paths("pom", "Path-operational mask")
        .paths("pam", "Path-available mask")
        .word(4).hex("chpid0", 8, "Channel-path identifier 0").hex("chpid1", 8, "Channel-path identifier 1")
        .hex("chpid2", 8, "Channel-path identifier 2").hex("chpid3", 8, "Channel-path identifier 3")
        .hex("chpid4", 8, "Channel-path identifier 4").hex("chpid5", 8, "Channel-path identifier 5")
        .hex("chpid6", 8, "Channel-path identifier 6").hex("chpid7", 8, "Channel-path identifier 7")
        .word(6).zero(8)
        .code("st", 3, "Subchannel type", v(0, "I/O subchannel"), v(1, "CHSC subchannel"), v(2, "message subchannel"),
            v(3, "ADM subchannel"))
        .zero(18)
        .at(221).flag("F", "Measurement-block-format control", "format 0, by index", "format 1, by address")
        .flag("X", "Extended-measurement-word mode", "not enabled", "enabled")
        .flag("S", "Concurrent sense", "not enabled", "enabled")
        .build();

    static final Block SCHIB = new Table("schib", "Subchannel-information block", Numbering.WORD,
            CH15 + "Subchannel-Information Block")
        .part("pmcw", PMCW)
        .word(7).part("scsw", StatusTables.SCSW)
        .word(10).address("mba", 64, "Measurement-block address, or model-dependent")
        .word(12).hex("mda", 32, "Model-dependent area")
        .build();

    static final Block CRW = new Table("crw", "Channel-report word", Numbering.BLOCK,
            "PoP SA22-7832, chapter 17, Channel-Report Word")
        .zero(1)
        .flag("S", "Solicited", "not solicited", "caused by a program's action")
        .flag("R", "Overflow", "no", "channel-report words were lost before this one")
        .flag("C", "Chained", "last word of the report", "another word of the report follows")
        .code("rsc", 4, "Reporting-source code", v(2, "monitoring facility"), v(3, "subchannel"), v(4, "channel path"),
            v(9, "configuration-alert facility"), v(0xb, "channel subsystem"))
        .flag("A", "Ancillary report", "no", "information about the same event is in an IRB too")
        .zero(1)
        .code("erc", 6, "Error-recovery code", v(0, "event information pending"), v(1, "available"),
            v(2, "initialized"), v(3, "temporary error"), v(4, "installed parameters initialized"), v(5, "terminal"),
            v(6, "permanent error, facility not initialized"), v(7, "permanent error, facility initialized"),
            v(8, "installed parameters modified"), v(10, "installed parameters restored"))
        .at(16).hex("rsid", 16, "Reporting-source identification")
        .build();

    private SubchannelTables() {
    }

    private static Table schid(Table t) {
        return t.hex("cssid", 8, "Channel-subsystem identifier")
            .zero(4)
            .flag("m", "Channel-subsystem identifier given", "no", "yes")
            .number("ssid", 2, "Subchannel-set identifier")
            .flag("one", "Always one", "zero: operand exception", "one")
            .hex("sch", 16, "Subchannel number");
    }
}
