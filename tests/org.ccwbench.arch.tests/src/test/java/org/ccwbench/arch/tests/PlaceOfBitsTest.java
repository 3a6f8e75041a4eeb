// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.ccwbench.arch.Block;
import org.ccwbench.arch.Hex;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Where bits stand, by the figures of PoP SA22-7832 (chapters 15, 16, 17) and, for device data, by the
 * manual that the table names. Each line: block, bytes with exactly that field set to ones, field.
 */
class PlaceOfBitsTest {
    private static final String[] PLACES = {
        "orb 00000000 f0000000 00000000 key", "orb 00000000 08000000 00000000 S", "orb 00000000 04000000 00000000 C",
        "orb 00000000 02000000 00000000 M", "orb 00000000 01000000 00000000 Y", "orb 00000000 00800000 00000000 F",
        "orb 00000000 00400000 00000000 P", "orb 00000000 00200000 00000000 I", "orb 00000000 00100000 00000000 A",
        "orb 00000000 00080000 00000000 U", "orb 00000000 00040000 00000000 B", "orb 00000000 00020000 00000000 H",
        "orb 00000000 00010000 00000000 T", "orb 00000000 0000ff00 00000000 lpm", "orb 00000000 00000080 00000000 L",
        "orb 00000000 00000040 00000000 D", "orb 00000000 00000001 00000000 X", "orb 00000000 00000000 ffffffff cpa",
        "scsw 08000000 00000000 00000000 S", "scsw 04000000 00000000 00000000 L", "scsw 03000000 00000000 00000000 cc",
        "scsw 00800000 00000000 00000000 F", "scsw 00040000 00000000 00000000 Z", "scsw 00020000 00000000 00000000 E",
        "scsw 00010000 00000000 00000000 N", "scsw 00007000 00000000 00000000 fctl",
        "scsw 00000fe0 00000000 00000000 actl", "scsw 0000001f 00000000 00000000 stctl",
        "scsw 00000000 00000000 ff000000 dstat", "scsw 00000000 00000000 00ff0000 cstat",
        "scsw 00000000 00000000 0000ffff count",
        "scsw-tm 00100000 00000000 00000000 X", "scsw-tm 00080000 00000000 00000000 Q",
        "scsw-tm 00000000 00000000 0000ff00 fcxs", "scsw-tm 00000000 00000000 0000007f sesq",
        "ccw0 ff000000 00000000 cmd", "ccw0 00ffffff 00000000 addr", "ccw0 00000000 ff000000 flags",
        "ccw0 00000000 0000ffff count", "ccw1 00ff0000 00000000 flags", "ccw1 0000ffff 00000000 count",
        "ccw1 00000000 ffffffff addr",
        "midaw 00000000 00800000 00000000 00000000 L", "midaw 00000000 00400000 00000000 00000000 S",
        "midaw 00000000 00200000 00000000 00000000 DTI", "midaw 00000000 0000ffff 00000000 00000000 count",
        "erw 40000000 RL", "erw 20000000 XL", "erw 10000000 AC", "erw 08000000 PV", "erw 04000000 T",
        "erw 02000000 FS", "erw 01000000 CS", "erw 00800000 SC", "erw 00400000 FF", "erw 003f0000 scnt",
        "crw 40000000 S", "crw 20000000 R", "crw 10000000 C", "crw 0f000000 rsc", "crw 00800000 A",
        "crw 003f0000 erc", "crw 0000ffff rsid",
        "schid 00010000 one", "schid 00060000 ssid", "schid 00080000 m", "schid ff000000 cssid",
        "intcode 00000000 00000000 80000000 A", "intcode 00000000 00000000 38000000 isc",
    };

    private static final String[] PMCW = {
        "1 38000000 isc", "1 00800000 E", "1 00600000 lm", "1 00180000 mm", "1 00040000 D", "1 00020000 T",
        "1 00010000 V", "1 0000ffff devno", "2 ff000000 lpm", "2 00ff0000 pnom", "2 0000ff00 lpum", "2 000000ff pim",
        "3 ffff0000 mbi", "3 0000ff00 pom", "3 000000ff pam", "4 ff000000 chpid0", "5 000000ff chpid7",
        "6 00e00000 st", "6 00000004 F", "6 00000002 X", "6 00000001 S",
    };

    private static final String[] LOGOUT = {
        "7f000000 esf", "00ff0000 lpum", "00008000 R", "00007c00 fvf", "00000300 sa", "000000c0 tc", "00000020 D",
        "00000010 SE", "00000008 IA", "00000007 seq",
    };

    @TestFactory
    Stream<DynamicTest> places() {
        return Stream.of(PLACES).map(line -> {
            int first = line.indexOf(' ');
            int last = line.lastIndexOf(' ');
            return test(line.substring(0, first), Hex.parse(line.substring(first, last)), line.substring(last + 1));
        });
    }

    @TestFactory
    Stream<DynamicTest> pathManagementControlWord() {
        return Stream.of(PMCW).map(line -> {
            String[] p = line.split(" ");
            byte[] bytes = new byte[28];
            System.arraycopy(Hex.parse(p[1]), 0, bytes, 4 * Integer.parseInt(p[0]), 4);
            return test("pmcw", bytes, p[2]);
        });
    }

    @TestFactory
    Stream<DynamicTest> subchannelLogout() {
        return Stream.of(LOGOUT).map(line -> {
            String[] p = line.split(" ");
            byte[] bytes = new byte[20];
            System.arraycopy(Hex.parse(p[0]), 0, bytes, 0, 4);
            return test("esw0", bytes, p[1]);
        });
    }

    private static DynamicTest test(String block, byte[] bytes, String field) {
        return DynamicTest.dynamicTest(block + " " + field, () -> {
            Block b = Block.byName(block);
            byte[] made = new byte[bytes.length];
            b.field(field).set(made, b.field(field).mask());
            assertThat(Hex.of(made)).isEqualTo(Hex.of(bytes));
        });
    }
}
