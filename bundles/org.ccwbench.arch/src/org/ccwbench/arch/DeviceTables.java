// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

import static org.ccwbench.arch.Table.v;

import java.util.List;
import java.util.stream.IntStream;

/** What devices tell about themselves, and the parameter blocks of their commands. */
final class DeviceTables {
    private static final String COMMON = "IBM SA22-7204, Common I/O-Device Commands, ";
    private static final String ECKD = "IBM GA32-0099, 3990 Storage Control Reference, ";
    private static final String FBA = "IBM GA26-1661, 3370 Description and Reference, ";

    static final Block CIW = ciw(new Table("ciw", "Command-information word", Numbering.BLOCK, COMMON + "Sense ID"), "")
        .build();

    static final Block SENSE_ID = senseId();

    static final Block RDC = new Table("rdc", "Device characteristics of an ECKD disk", Numbering.BYTE,
            ECKD + "Read Device Characteristics")
        .hex("cutype", 16, "Storage-control type")
        .octet(2).code("support", 2, "Command set", v(0, "CKD"), v(1, "reserved"), v(2, "reserved"), v(3, "ECKD"))
        .flag("async", "Nonsynchronous operation supported")
        .zero(1)
        .flag("cacheinfo", "Cache and feature information valid")
        .number("cumodel", 3, "Storage-control model")
        .octet(3).hex("devtype", 16, "Device type")
        .hex("devmodel", 8, "Device model")
        .octet(6).bits("facilities6", 8, "Facilities, byte 6", v(0, "none"), v(0x80, "multiple burst"),
            v(0x40, "read tracks in locate record"), v(0x10, "read data in locate record"))
        .hex("facilities7", 8, "Facilities, byte 7")
        .bits("facilities8", 8, "Facilities, byte 8", v(0, "none"), v(0x80, "defect skipping write"),
            v(0x40, "extended remote copy"), v(0x10, "striping"))
        .bits("facilities9", 8, "Facilities, byte 9", v(0, "none"), v(0x80, "cache fast write"), v(0x10, "caching"),
            v(0x08, "dual copy"), v(0x04, "DASD fast write"), v(0x02, "reset allegiance"), v(0x01, "24-byte sense"))
        .octet(10).hex("class", 8, "Device class")
        .hex("unittype", 8, "Unit type")
        .octet(12).number("cylinders", 16, "Primary cylinders")
        .number("heads", 16, "Tracks in a cylinder")
        .number("sectors", 8, "Sectors in a track")
        .number("tracklen", 24, "Usable bytes in a track")
        .octet(20).number("har0", 16, "Bytes of home address and record zero")
        .octet(22).number("formula", 8, "Track-capacity formula")
        .data("factors", 5, "Factors of the formula")
        .octet(28).number("altfirst", 16, "First alternate track").number("altcount", 16, "Alternate tracks")
        .number("diagfirst", 16, "First diagnostic track").number("diagcount", 16, "Diagnostic tracks")
        .number("supfirst", 16, "First device-support track").number("supcount", 16, "Device-support tracks")
        .octet(40).hex("mdr", 8, "MDR record identifier")
        .hex("obr", 8, "OBR record identifier")
        .hex("director", 8, "Storage-director type")
        .hex("trackset", 8, "Parameter length of read trackset")
        .number("maxr0", 16, "Longest record zero")
        .octet(46).ignored(8)
        .hex("trackset2", 8, "Read or write any in locate record extended")
        .octet(48).number("factor6", 8, "Factor 6")
        .number("rps", 16, "Rotational-position-sensing factor")
        .octet(51).ignored(24)
        .octet(54).hex("functions", 8, "Functions and features")
        .ignored(8)
        .octet(56).hex("cucode", 8, "Real control-unit type code")
        .hex("devcode", 8, "Real device type code")
        .ignored(16)
        .octet(60).number("longcyl", 32, "Primary cylinders, 32 bits")
        .build(IntStream.rangeClosed(1, 64).boxed().toList(), null);

    static final Block RDC_FBA = new Table("rdc-fba", "Device characteristics of a fixed-block disk", Numbering.BYTE,
            FBA + "Read Device Characteristics")
        .hex("modes", 8, "Operation modes")
        .hex("features", 8, "Features")
        .hex("class", 8, "Device class")
        .hex("unittype", 8, "Unit type")
        .number("blocksize", 16, "Bytes in a block")
        .octet(6).number("group", 32, "Blocks in a cyclical group")
        .number("position", 32, "Blocks at an access position")
        .octet(14).number("blocks", 32, "Blocks under movable heads")
        .number("fixed", 32, "Blocks under fixed heads")
        .octet(22).number("alternate", 16, "Blocks in the alternate area")
        .number("ce", 16, "Blocks in the CE area")
        .number("cycle", 16, "Cyclic period")
        .number("minaccess", 16, "Shortest time to change the access position")
        .number("maxaccess", 16, "Longest time to change the access position")
        .build();

    static final Block COUNT = new Table("count", "Count area of a record", Numbering.BYTE, ECKD + "Track Format")
        .hex("cc", 16, "Cylinder").hex("hh", 16, "Head").number("r", 8, "Record")
        .number("kl", 8, "Key length").number("dl", 16, "Data length")
        .build();

    static final Block DEFINE_EXTENT = defineExtent(new Table("define-extent", "Parameters of Define Extent",
            Numbering.BYTE, ECKD + "Define Extent"))
        .build(List.of(16, 32), null);

    static final Block LOCATE_RECORD = locate(new Table("locate-record", "Parameters of Locate Record",
            Numbering.BYTE, ECKD + "Locate Record"), false)
        .build();

    static final Block LOCATE_RECORD_EXTENDED = locate(new Table("locate-record-extended",
            "Parameters of Locate Record Extended", Numbering.BYTE, ECKD + "Locate Record Extended"), true)
        .build();

    static final Block PREFIX = new Table("prefix", "Parameters of Prefix", Numbering.BYTE,
            "IBM SA22-1025, Internal Disk Subsystem Reference Guide, Prefix")
        .code("format", 8, "Format", v(0, "define extent only"), v(1, "define extent and locate record extended"),
            v(2, "define extent, locate record extended and more parameters"))
        .bits("validity", 8, "Validity", v(0, "none"), v(0x80, "define extent valid"), v(0x40, "time stamp valid"),
            v(0x20, "verify base"), v(0x10, "hyper PAV"))
        .hex("base", 8, "Base address")
        .hex("aux", 8, "Auxiliary byte")
        .hex("lss", 8, "Base logical subsystem")
        .zero(56)
        .octet(12).part("de", DEFINE_EXTENT)
        .octet(44).part("lre", LOCATE_RECORD_EXTENDED)
        .build(List.of(44, 64), null);

    static final Block FBA_DEFINE_EXTENT = new Table("fba-define-extent", "Parameters of Define Extent, fixed-block disk",
            Numbering.BYTE, FBA + "Define Extent")
        .code("perm", 2, "Write permission", v(0, "format writes inhibited"), v(1, "all writes inhibited"),
            v(2, "reserved"), v(3, "all writes permitted"))
        .zero(2)
        .flag("da", "Data area", "normal data area", "CE area")
        .flag("diag", "Diagnostic commands", "inhibited", "permitted")
        .zero(2)
        .octet(1).zero(8)
        .number("blocksize", 16, "Block size, zero for 512")
        .octet(4).number("location", 32, "First block of the extent on the disk")
        .number("first", 32, "Relative number of the first block")
        .number("last", 32, "Relative number of the last block")
        .build();

    static final Block FBA_LOCATE = new Table("fba-locate", "Parameters of Locate, fixed-block disk", Numbering.BYTE,
            FBA + "Locate")
        .zero(4)
        .code("operation", 4, "Operation", v(1, "write"), v(2, "read replicated"), v(4, "format defective block"),
            v(5, "write and check"), v(6, "read"))
        .number("replication", 8, "Replication count")
        .number("blocks", 16, "Blocks")
        .number("first", 32, "Relative number of the first block")
        .build();

    static final Block PGID = pathGroup(new Table("pgid", "Path-group identifier as sensed", Numbering.BYTE,
            COMMON + "Sense Path Group ID")
        .code("state", 2, "Path state", v(0, "reset"), v(1, "reserved"), v(2, "ungrouped"), v(3, "grouped"))
        .code("partition", 2, "Partitioning state", v(0, "implicitly enabled"), v(1, "reserved"), v(2, "disabled"),
            v(3, "explicitly enabled"))
        .flag("multi", "Path mode", "single path", "multipath")
        .zero(3));

    static final Block SPID = pathGroup(new Table("spid", "Path-group identifier to be set", Numbering.BYTE,
            COMMON + "Set Path Group ID")
        .flag("multi", "Path mode", "single path", "multipath")
        .code("function", 2, "Function", v(0, "establish group"), v(1, "disband group"), v(2, "resign from group"),
            v(3, "reserved"))
        .zero(5));

    private DeviceTables() {
    }

    private static Table ciw(Table t, String n) {
        return t.code("et" + n, 2, "Entry type", v(0, "no entry"), v(1, "command-information word"), v(2, "reserved"),
                v(3, "reserved"))
            .zero(2)
            .code("ct" + n, 4, "Command type", v(0, "read configuration data"), v(1, "set interface identifier"),
                v(2, "read node identifier"))
            .hex("cmd" + n, 8, "Command code")
            .number("count" + n, 16, "Count");
    }

    private static Block pathGroup(Table t) {
        return t.octet(1).hex("cpuaddr", 16, "CPU address")
            .hex("cpuid", 24, "CPU identifier")
            .hex("cpumodel", 16, "CPU model")
            .hex("tod", 32, "Time-of-day clock, high-order word")
            .build();
    }

    private static Block senseId() {
        Table t = new Table("senseid", "Sense-ID data", Numbering.BYTE, COMMON + "Sense ID")
            .hex("ff", 8, "Always FF")
            .hex("cutype", 16, "Control-unit type")
            .hex("cumodel", 8, "Control-unit model")
            .octet(4).hex("devtype", 16, "Device type")
            .hex("devmodel", 8, "Device model")
            .zero(8)
            .octet(8);
        for (int i = 0; i < 8; i++) {
            ciw(t, Integer.toString(i));
        }
        return t.build(IntStream.rangeClosed(1, 40).boxed().toList(), null);
    }

    private static Table defineExtent(Table t) {
        return t
            .code("perm", 2, "Write permission", v(0, "write home address and record zero inhibited"),
                v(1, "all writes inhibited"), v(2, "format writes inhibited"), v(3, "all writes permitted"))
            .zero(1)
            .code("seek", 2, "Seek control", v(0, "all seeks permitted"), v(1, "seek cylinder and head permitted"),
                v(2, "seek head permitted"), v(3, "all seeks and head switching inhibited"))
            .code("auth", 2, "Access authorization", v(0, "normal"), v(1, "device support"), v(2, "diagnostic"),
                v(3, "diagnostic with limited recovery"))
            .flag("pci", "PCI fetch mode", "no", "yes")
            .octet(1).code("mode", 2, "Architecture mode", v(0, "reserved"), v(1, "reserved"), v(2, "reserved"),
                v(3, "extended CKD"))
            .flag("ckd", "CKD conversion", "no", "yes")
            .code("operation", 3, "Operation mode", v(0, "normal caching"), v(1, "bypass cache"),
                v(2, "inhibit cache loading"), v(3, "sequential access"), v(4, "sequential prestage"),
                v(5, "record access"))
            .flag("cfw", "Cache fast write", "no", "yes")
            .flag("idfw", "Inhibit DASD fast write", "no", "yes")
            .octet(2).number("blocksize", 16, "Block size")
            .hex("fastwriteid", 16, "Fast-write data identifier")
            .hex("additional", 8, "Global attributes, additional")
            .hex("extended", 8, "Global attributes, extended")
            .octet(8).hex("begcc", 16, "First cylinder").hex("beghh", 16, "First head")
            .hex("endcc", 16, "Last cylinder").hex("endhh", 16, "Last head")
            .octet(16).hex("systime", 64, "System time stamp")
            .hex("epformat", 8, "Extended-parameter format")
            .hex("epprio", 8, "I/O priority")
            .zero(8)
            .number("records", 8, "Records in a track")
            .zero(32);
    }

    private static Table locate(Table t, boolean extended) {
        t.code("orient", 2, "Orientation", v(0, "count"), v(1, "home address"), v(2, "data"), v(3, "index"))
            .code("op", 6, "Operation", v(0x00, "orient"), v(0x01, "write data"), v(0x03, "format write"),
                v(0x06, "read data"), v(0x0b, "write track"), v(0x0c, "read tracks"), v(0x16, "read"),
                v(0x3f, "extended operation"));
        if (extended) {
            t.octet(1).flag("tlf", "Transfer length factor", "not given", "given")
                .hex("aux1", 6, "Auxiliary bits");
        } else {
            t.octet(1).flag("tlf", "Transfer length factor", "not given", "given").zero(6);
        }
        t.flag("suffix", "Read-count suffix", "no", "yes");
        if (extended) {
            t.hex("imbedded", 8, "Imbedded command code");
        } else {
            t.zero(8);
        }
        t.number("count", 8, "Records or tracks")
            .octet(4).hex("seekcc", 16, "Seek cylinder").hex("seekhh", 16, "Seek head")
            .octet(8).hex("cc", 16, "Search cylinder").hex("hh", 16, "Search head").number("r", 8, "Search record")
            .number("sector", 8, "Sector, 255 for none")
            .number("length", 16, "Transfer length factor in bytes");
        if (extended) {
            t.octet(16).hex("imbeddedcount", 8, "Imbedded count")
                .code("extop", 8, "Extended operation", v(0, "none"), v(0x09, "write any"), v(0x0a, "read any"),
                    v(0x0e, "read trackset"), v(0x10, "prestage trackset"), v(0x11, "write trackset"),
                    v(0x13, "update write trackset"))
                .number("extlength", 16, "Length of the extended parameter");
        }
        return t;
    }
}
