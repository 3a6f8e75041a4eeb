// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

import static org.ccwbench.arch.Table.v;

import java.util.List;

/** Blocks that report status: SCSW, ESW, ECW, EMW and the IRB made of them (PoP chapter 16). */
final class StatusTables {
    private static final String CH16 = "PoP SA22-7832, chapter 16, ";
    private static final String SCSW_REF = CH16 + "Subchannel-Status Word";
    private static final String ESW_REF = CH16 + "Extended-Status Word";

    private static final Value[] DEFERRED_CC = {
        v(0, "no deferred condition"),
        v(1, "status was pending when the function was initiated"),
        v(2, "reserved"),
        v(3, "no path to the device was operational"),
    };
    private static final Value[] FUNCTIONS = {
        v(4, "START", "start"), v(2, "HALT", "halt"), v(1, "CLEAR", "clear"),
    };
    private static final Value[] ACTIVITIES = {
        v(0, "idle"),
        v(0x40, "RSPND", "resume pending"), v(0x20, "STPND", "start pending"), v(0x10, "HTPND", "halt pending"),
        v(0x08, "CLPND", "clear pending"), v(0x04, "SCHACT", "subchannel active"),
        v(0x02, "DEVACT", "device active"), v(0x01, "SUSP", "suspended"),
    };
    private static final Value[] STATUS_KINDS = {
        v(0, "no status"),
        v(0x10, "ALERT", "alert"), v(0x08, "INTER", "intermediate"), v(0x04, "PRIM", "primary"),
        v(0x02, "SEC", "secondary"), v(0x01, "PEND", "status pending"),
    };
    static final Value[] DEVICE_STATUS = {
        v(0x80, "ATTN", "attention"), v(0x40, "SM", "status modifier"), v(0x20, "CUE", "control-unit end"),
        v(0x10, "BUSY", "busy"), v(0x08, "CE", "channel end"), v(0x04, "DE", "device end"),
        v(0x02, "UC", "unit check"), v(0x01, "UE", "unit exception"),
    };
    static final Value[] SUBCHANNEL_STATUS = {
        v(0x80, "PCI", "program-controlled interruption"), v(0x40, "IL", "incorrect length"),
        v(0x20, "PGM", "program check"), v(0x10, "PROT", "protection check"),
        v(0x08, "CDC", "channel-data check"), v(0x04, "CCC", "channel-control check"),
        v(0x02, "IFCC", "interface-control check"), v(0x01, "CHAIN", "chaining check"),
    };

    static final Block SCSW = new Table("scsw", "Subchannel-status word, command mode", Numbering.WORD, SCSW_REF)
        .number("key", 4, "Subchannel key")
        .at(4).flag("S", "Suspend control", "suspend flags not allowed", "suspend flags allowed")
        .at(5).flag("L", "ESW format", "extended-status word of format 1, 2 or 3",
            "extended-status word of format 0, with subchannel logout")
        .at(6).code("cc", 2, "Deferred condition code", DEFERRED_CC)
        .at(8).flag("F", "CCW format", "format-0 CCWs", "format-1 CCWs")
        .at(9).flag("P", "Prefetch", "prefetching limited", "prefetching not limited")
        .at(10).flag("I", "Initial-status-interruption control", "not requested", "requested")
        .at(11).flag("A", "Address-limit checking", "no", "yes")
        .at(12).flag("U", "Suppress-suspended interruption", "suspension causes an interruption",
            "suspension causes no interruption")
        .at(13).flag("Z", "Zero condition code", "not reported",
            "the first command was accepted with condition code 0 of the device")
        .at(14).flag("E", "Extended control", "the ECW holds nothing", "the ECW holds information")
        .at(15).flag("N", "Path not operational", "no", "a path was found not operational")
        .at(16).zero(1)
        .at(17).bits("fctl", 3, "Function control", with(v(0, "no function"), FUNCTIONS))
        .at(20).bits("actl", 7, "Activity control", ACTIVITIES)
        .at(27).bits("stctl", 5, "Status control", STATUS_KINDS)
        .word(1).address31("cpa", "Channel-program address")
        .word(2).bits("dstat", 8, "Device status", DEVICE_STATUS)
        .bits("cstat", 8, "Subchannel status", SUBCHANNEL_STATUS)
        .number("count", 16, "Residual count")
        .build();

    static final Block SCSW_TM = new Table("scsw-tm", "Subchannel-status word, transport mode", Numbering.WORD,
            SCSW_REF)
        .number("key", 4, "Subchannel key")
        .at(4).zero(1)
        .at(5).flag("L", "ESW format", "extended-status word of format 1, 2 or 3",
            "extended-status word of format 0, with subchannel logout")
        .at(6).code("cc", 2, "Deferred condition code", DEFERRED_CC)
        .at(8).hex("FMT", 3, "Format")
        .at(11).flag("X", "IRB-format control", "command-mode IRB", "transport-mode IRB")
        .at(12).flag("Q", "Interrogate complete", "no", "an interrogate operation has completed")
        .at(13).zero(1)
        .at(14).flag("E", "Extended control", "the ECW holds nothing", "the ECW holds information")
        .at(15).flag("N", "Path not operational", "no", "a path was found not operational")
        .at(16).zero(1)
        .at(17).bits("fctl", 3, "Function control", with(v(0, "no function"), FUNCTIONS))
        .at(20).bits("actl", 7, "Activity control", ACTIVITIES)
        .at(27).bits("stctl", 5, "Status control", STATUS_KINDS)
        .word(1).address31("tcw", "TCW address")
        .word(2).bits("dstat", 8, "Device status", DEVICE_STATUS)
        .bits("cstat", 8, "Subchannel status", SUBCHANNEL_STATUS)
        .bits("fcxs", 8, "FCX status", v(0x01, "transport-status block stored"))
        .flag("IF", "Interrogate failed", "no", "the interrogate operation failed")
        .code("sesq", 7, "Subchannel-extended-status qualifier", v(0, "none"),
            v(3, "the device does not support transport mode"), v(4, "the path does not support transport mode"))
        .build();

    static final Block ERW = erw(new Table("erw", "Extended-report word", Numbering.WORD, ESW_REF)).build();

    static final Block ESW0 = erw(logout("esw0", "Format-0 extended-status word"))
        .word(2).address31("fsa", "Failing-storage address")
        .word(3).zero(32)
        .word(4).address31("sca", "Secondary-CCW address")
        .build(List.of(20), StatusTables::format0);

    static final Block ESW0_64 = erw(logout("esw0-64", "Format-0 extended-status word, 64-bit failing-storage address"))
        .word(2).address("fsa", 64, "Failing-storage address")
        .word(4).address31("sca", "Secondary-CCW address")
        .build(List.of(20), StatusTables::format0);

    static final Block ESW1 = erw(path("esw1", "Format-1 extended-status word").zero(16))
        .word(2).zero(96).build();

    static final Block ESW2 = erw(path("esw2", "Format-2 extended-status word")
            .number("dcti", 16, "Device-connect-time interval in units of 128 microseconds"))
        .word(2).zero(96).build();

    static final Block ESW3 = erw(path("esw3", "Format-3 extended-status word").ignored(16))
        .word(2).zero(96).build();

    static final Block ECW = new Table("ecw", "Extended-control word", Numbering.WORD, CH16 + "Extended-Control Word")
        .data("data", 32, "Concurrent sense or other information")
        .build();

    static final Block EMW = new Table("emw", "Extended-measurement word", Numbering.WORD,
            CH16 + "Extended-Measurement Word")
        .number("dct", 32, "Device-connect time in units of 0.5 microseconds")
        .number("fpt", 32, "Function-pending time in units of 0.5 microseconds")
        .number("ddt", 32, "Device-disconnect time in units of 0.5 microseconds")
        .number("cuqt", 32, "Control-unit-queuing time in units of 0.5 microseconds")
        .number("daot", 32, "Device-active-only time in units of 0.5 microseconds")
        .number("dbt", 32, "Device-busy time in units of 0.5 microseconds")
        .number("icrt", 32, "Initial-command-response time in units of 0.5 microseconds")
        .zero(32)
        .build();

    private static final Block[] IRB_COMMAND = irbs("irb", "Interruption-response block", SCSW);
    private static final Block[] IRB_TRANSPORT = irbs("irb-tm", "Interruption-response block, transport mode", SCSW_TM);
    static final Block IRB = IRB_COMMAND[0];
    static final Block IRB_TM = IRB_TRANSPORT[0];

    private StatusTables() {
    }

    private static Value[] with(Value first, Value[] rest) {
        Value[] all = new Value[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }

    private static Table erw(Table t) {
        return t.zero(1)
            .flag("RL", "Request logging only", "no", "the channel subsystem asks for logging only")
            .flag("XL", "Extended-subchannel logout pending", "no", "an extended-subchannel logout can be obtained")
            .flag("AC", "Authorization check", "no", "the function was not authorized")
            .flag("PV", "Path-verification required", "no", "a path that was used must be verified")
            .flag("T", "Channel-path timeout", "no", "the device did not respond in time")
            .flag("FS", "Failing-storage-address validity", "no failing-storage address", "failing-storage address valid")
            .flag("CS", "Concurrent sense", "no sense data in the ECW", "sense data in the ECW")
            .flag("SC", "Secondary-CCW-address validity", "no secondary-CCW address", "secondary-CCW address valid")
            .flag("FF", "Failing-storage-address format", "31-bit address", "64-bit address")
            .number("scnt", 6, "Concurrent-sense count")
            .zero(16);
    }

    private static Table path(String name, String title) {
        return new Table(name, title, Numbering.WORD, ESW_REF).zero(8).paths("lpum", "Last-path-used mask");
    }

    private static Table logout(String name, String title) {
        return new Table(name, title, Numbering.WORD, ESW_REF)
            .zero(1)
            .bits("esf", 7, "Extended-status flags", v(0x40, "key check"), v(0x20, "measurement-block program check"),
                v(0x10, "measurement-block data check"), v(0x08, "measurement-block protection check"),
                v(0x04, "CCW check"), v(0x02, "IDAW check"))
            .at(8).paths("lpum", "Last-path-used mask")
            .at(16).flag("R", "Ancillary report", "no", "the malfunction was reported by a channel report too")
            .bits("fvf", 5, "Field-validity flags", v(0x10, "last-path-used mask valid"),
                v(0x08, "termination code valid"), v(0x04, "sequence code valid"), v(0x02, "device status valid"),
                v(0x01, "CCW address valid"))
            .at(22).code("sa", 2, "Storage-access code", v(0, "access type unknown"), v(1, "read"), v(2, "write"),
                v(3, "read backward"))
            .at(24).code("tc", 2, "Termination code", v(0, "halt signal issued"),
                v(1, "stop, stack or normal termination"), v(2, "clear signal issued"), v(3, "reserved"))
            .flag("D", "Device-status check", "no", "the device status was received with an error")
            .flag("SE", "Secondary error", "no", "a further malfunction followed the first")
            .flag("IA", "I/O-error alert", "no", "the device or control unit signalled an unrecoverable error")
            .at(29).code("seq", 3, "Sequence code", v(0, "reserved"),
                v(1, "a nonzero command byte was sent, no response yet"),
                v(2, "the command was accepted by the device, no data transferred"),
                v(3, "at least one byte of data was transferred"),
                v(4, "the command was not yet sent, or was sent and not accepted"),
                v(5, "the command was accepted, but whether data were transferred is unpredictable"),
                v(6, "reserved"), v(7, "reserved"));
    }

    private static Block format0(byte[] bytes, int offset, int length) {
        return (bytes[offset + 5] & 0x40) != 0 ? ESW0_64 : ESW0;
    }

    /** The layouts of an IRB: by ESW 1, 2, 3, 0 and 0 with a 64-bit failing-storage address, each short and long. */
    private static Block[] irbs(String name, String title, Block scsw) {
        Block[] esws = {ESW1, ESW2, ESW3, ESW0, ESW0_64};
        Block[] layouts = new Block[2 * esws.length];
        for (int i = 0; i < esws.length; i++) {
            layouts[2 * i] = irb(name, title, scsw, esws[i], true).build(List.of(64, 96),
                (bytes, offset, length) -> layouts[2 * eswIndex(bytes, offset) + (length == 96 ? 0 : 1)]);
            layouts[2 * i + 1] = irb(name, title, scsw, esws[i], false).build();
        }
        return layouts;
    }

    private static Table irb(String name, String title, Block scsw, Block esw, boolean measured) {
        Table t = new Table(name, title, Numbering.WORD, CH16 + "Interruption-Response Block")
            .part("scsw", scsw).part("esw", esw).part("ecw", ECW);
        return measured ? t.part("emw", EMW) : t;
    }

    /**
     * The ESW's format is not recorded in the block except for format 0 (bit L of the SCSW). Without
     * it, primary status brings format 1, or format 2 if the subchannel measures connect time, and other
     * status format 3. The measured time alone tells formats 1 and 2 apart here; zero reads the same in both.
     */
    private static int eswIndex(byte[] bytes, int offset) {
        if ((bytes[offset] & 0x04) != 0) {
            return (bytes[offset + 17] & 0x40) != 0 ? 4 : 3;
        }
        if ((bytes[offset + 3] & 0x04) == 0) {
            return 2;
        }
        return bytes[offset + 14] == 0 && bytes[offset + 15] == 0 ? 0 : 1;
    }
}
