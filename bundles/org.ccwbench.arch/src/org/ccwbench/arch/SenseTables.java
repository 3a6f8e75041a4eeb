// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

import static org.ccwbench.arch.Table.v;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Sense data by class of device. Bits 0 to 5 of byte 0 mean the same for all devices (IBM ESA/390 Common
 * I/O-Device Commands, SA22-7204); everything else is the device's own.
 */
final class SenseTables {
    private static final List<Integer> UP_TO_32 = IntStream.rangeClosed(1, 32).boxed().toList();

    private static final Value[] COMMON = {
        v(0, "nothing to report"),
        v(0x80, "CR", "command reject"), v(0x40, "IR", "intervention required"), v(0x20, "BOC", "bus-out check"),
        v(0x10, "EC", "equipment check"), v(0x08, "DC", "data check"), v(0x04, "OR", "overrun"),
    };

    static final Block SENSE_COMMON = new Table("sense-common", "Sense data of any device", Numbering.BYTE,
            "IBM SA22-7204, Common I/O-Device Commands, Basic Sense")
        .bits("byte0", 8, "Common sense", COMMON)
        .data("data", 31, "Device-dependent sense")
        .build(UP_TO_32, null);

    static final Block SENSE24 = new Table("sense24", "ECKD sense data, 24-byte compatibility format", Numbering.BYTE,
            "IBM GA32-0099, 3990 Storage Control Reference, Sense Data")
        .bits("byte0", 8, "Sense byte 0", eckd0())
        .bits("byte1", 8, "Sense byte 1", eckd1())
        .bits("byte2", 8, "Sense byte 2", v(0, "none"), v(0x80, "request inhibit write"), v(0x40, "correctable"),
            v(0x20, "first logged error"), v(0x10, "environmental data present"), v(0x04, "imprecise ending"))
        .octet(3).hex("byte3", 8, "Restart command")
        .hex("unit", 8, "Physical drive identification")
        .hex("cyllow", 8, "Cylinder, low-order eight bits")
        .hex("cylhead", 8, "Cylinder high-order bits and head")
        .octet(7).code("format", 4, "Format of bytes 8-23", v(0, "program or system check"),
            v(1, "device equipment check"), v(2, "storage-control equipment check"), v(3, "storage-control check"),
            v(4, "data check without displacement"), v(5, "data check with displacement"),
            v(6, "usage statistics or overrun"), v(7, "device-connection check"), v(8, "additional device check"),
            v(9, "device read, write or seek check"), v(0xf, "cache or nonvolatile-storage check"))
        .hex("message", 4, "Message")
        .octet(8).data("data", 16, "Format-dependent data")
        .data("system", 3, "System data")
        .octet(27).flag("compat", "24-byte compatibility sense", "32-byte sense", "24-byte sense")
        .hex("flags27", 7, "Configuration data")
        .hex("byte28", 8, "Reserved or message code")
        .octet(29).hex("cyl", 16, "Cylinder")
        .hex("head", 8, "Head")
        .build(UP_TO_32, null);

    static final Block SENSE32 = new Table("sense32", "ECKD sense data, 32-byte format", Numbering.BYTE,
            "IBM SA22-1025, Internal Disk Subsystem Reference Guide, chapter 6")
        .bits("byte0", 8, "Sense byte 0", eckd0())
        .bits("byte1", 8, "Sense byte 1", eckd1())
        .octet(2).hex("cutype", 8, "Control-unit type code")
        .number("intent", 8, "Remaining intent count")
        .hex("unit", 8, "Logical-volume address")
        .hex("byte5", 8, "Device identification")
        .hex("byte6high", 4, "Reserved")
        .hex("byte6", 4, "Format of the sense data")
        .octet(7).hex("condition", 8, "Error condition")
        .data("data", 14, "Format-dependent data")
        .octet(22).hex("class", 4, "Exception class, bits 0-3")
        .hex("type", 4, "Exception class, bits 4-7")
        .hex("byte23", 8, "Format-dependent data")
        .octet(24).ignored(4)
        .code("logging", 2, "Logging action", v(0, "do not log"), v(1, "log"), v(2, "log once"),
            v(3, "log if persistent on this path"))
        .code("operator", 2, "Operator-message control", v(0, "no message"), v(1, "send a message"),
            v(2, "send a message once"), v(3, "send a message if persistent on this path"))
        .code("action", 8, "Program action code", v(0x00, "none"), v(0x01, "permanent error"),
            v(0x02, "intervention required"), v(0x03, "intervention required on one device of a dual copy"),
            v(0x0f, "length mismatch of an update write"), v(0x10, "log for another channel program"),
            v(0x15, "next track outside the extent"), v(0x1b, "unexpected condition while writing"),
            v(0x1c, "invalid data"), v(0x1d, "state change pending"), v(0x1e, "busy"))
        .hex("config", 8, "Configuration data")
        .octet(27).flag("compat", "24-byte compatibility sense", "32-byte sense", "24-byte sense")
        .flag("unitvalid", "Logical-volume address valid")
        .flag("addrvalid", "Cylinder and head valid")
        .ignored(5)
        .hex("messagecode", 8, "Message code")
        .octet(29).hex("cyl", 16, "Cylinder")
        .hex("head", 8, "Head")
        .build(UP_TO_32, null);

    static final Block SENSE = new Table("sense", "ECKD sense data", Numbering.BYTE,
            "IBM GA32-0099, 3990 Storage Control Reference, Sense Data")
        .bits("byte0", 8, "Sense byte 0", eckd0())
        .bits("byte1", 8, "Sense byte 1", eckd1())
        .data("data", 30, "Sense bytes 2-31")
        .build(UP_TO_32, (bytes, offset, length) ->
            length < 28 || (bytes[offset + 27] & 0x80) != 0 || allZero(bytes, offset + 24, length - 24)
                ? SENSE24 : SENSE32);

    static final Block SENSE_FBA = new Table("sense-fba", "Sense data of fixed-block disks", Numbering.BYTE,
            "IBM GA26-1661, 3370 Description and Reference, Sense Data")
        .bits("byte0", 8, "Sense byte 0", with(v(0x02, "check-data error")))
        .bits("byte1", 8, "Sense byte 1", v(0, "none"), v(0x80, "permanent error"), v(0x10, "message to operator"),
            v(0x08, "no record found"), v(0x04, "file protected"), v(0x02, "write inhibited"))
        .data("data", 30, "Device-dependent sense")
        .build(UP_TO_32, null);

    static final Block SENSE_TAPE = new Table("sense-tape", "Sense data of open-reel tape", Numbering.BYTE,
            "IBM GA32-0020, 3803/3420 Magnetic Tape Subsystems, Sense Bytes")
        .bits("byte0", 8, "Sense byte 0", with(v(0x02, "word count zero"), v(0x01, "data-converter check")))
        .bits("byte1", 8, "Sense byte 1", v(0, "none"), v(0x80, "noise"), v(0x40, "tape-unit status A"),
            v(0x20, "tape-unit status B"), v(0x10, "seven-track"), v(0x08, "load point"), v(0x04, "write status"),
            v(0x02, "file protected"), v(0x01, "not capable"))
        .data("data", 30, "Device-dependent sense")
        .build(UP_TO_32, null);

    static final Block SENSE_3480 = new Table("sense-3480", "Sense data of cartridge tape", Numbering.BYTE,
            "IBM GA32-0127, 3490E Hardware Reference, Sense Bytes")
        .bits("byte0", 8, "Sense byte 0", with(v(0x02, "deferred unit check"), v(0x01, "assigned elsewhere")))
        .bits("byte1", 8, "Sense byte 1", v(0, "none"), v(0x80, "locate failure"), v(0x40, "drive online to control unit"),
            v(0x10, "record-sequence error"), v(0x08, "beginning of tape"), v(0x04, "write mode"),
            v(0x02, "write protected"), v(0x01, "not capable"))
        .hex("byte2", 8, "Channel-adapter and path data")
        .code("era", 8, "Error-recovery action",
            v(0x00, "no action"), v(0x21, "data streaming not operational"), v(0x22, "path equipment check"),
            v(0x23, "read data check"), v(0x24, "load display check"), v(0x25, "write data check"),
            v(0x26, "data check while reading opposite"), v(0x27, "command reject"), v(0x28, "write-ID mark check"),
            v(0x29, "function incompatible"), v(0x2a, "unsolicited environmental data"),
            v(0x2b, "environmental data present"), v(0x2c, "permanent equipment check"),
            v(0x2d, "data-security-erase failure"), v(0x2e, "not capable at beginning of tape"),
            v(0x30, "write protected"), v(0x31, "tape void"), v(0x32, "tension loss"), v(0x33, "load failure"),
            v(0x34, "unload failure"), v(0x35, "drive equipment check"), v(0x36, "end of data"),
            v(0x37, "tape-length error"), v(0x38, "physical end of tape"), v(0x39, "backward at beginning of tape"),
            v(0x3a, "drive switched not ready"), v(0x3b, "manual rewind or unload"), v(0x40, "overrun"),
            v(0x41, "record-sequence error"))
        .data("data", 28, "Format-dependent sense")
        .build(UP_TO_32, null);

    private SenseTables() {
    }

    private static boolean allZero(byte[] bytes, int offset, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[offset + i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static Value[] with(Value... more) {
        Value[] all = java.util.Arrays.copyOf(COMMON, COMMON.length + more.length);
        System.arraycopy(more, 0, all, COMMON.length, more.length);
        return all;
    }

    private static Value[] eckd0() {
        return with(v(0x01, "ID", "incomplete domain"));
    }

    private static Value[] eckd1() {
        return new Value[] {
            v(0, "none"), v(0x80, "permanent error"), v(0x40, "invalid track format"), v(0x20, "end of cylinder"),
            v(0x10, "message to operator"), v(0x08, "no record found"), v(0x04, "file protected"),
            v(0x02, "write inhibited"), v(0x01, "imprecise ending"),
        };
    }
}
