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
 * Where bits of transport-mode blocks stand (PoP SA22-7832, chapters 15 and 16; the same places are in the
 * TCWBK, TCCBK, DCWBK and TSBBK of z/VM's control-block listings and in the transport-mode header of Linux).
 * Each line: block, word, that word with exactly the field set to ones, field.
 */
class TransportPlacesTest {
    private static final String[] PLACES = {
        "tcw 0 c0000000 format", "tcw 0 00040000 IT", "tcw 0 00020000 TT", "tcw 0 00010000 OT", "tcw 0 0000c000 tidawfmt",
        "tcw 1 00fc0000 tccbl", "tcw 1 00020000 R", "tcw 1 00010000 W", "tcw 10 ffffffff outcount",
        "tcw 11 ffffffff incount", "tcw 15 ffffffff intrg",
        "tidaw 0 ff000000 flags", "tidaw 1 ffffffff count",
        "dcw 0 ff000000 cmd", "dcw 0 00ff0000 flags", "dcw 0 000000ff cdcount", "dcw 1 ffffffff count",
        "tcah 0 ff000000 format", "tcah 1 000000ff tcal", "tcah 2 ffff0000 sac", "tcah 2 000000ff prio",
        "tcat 1 ffffffff tcount", "tcat-bidi 2 ffffffff rcount",
        "tsb 0 ff000000 length", "tsb 0 00f80000 flags", "tsb 0 00070000 format", "tsb 0 0000ffff dcwoffset",
        "tsb 1 ffffffff count",
        "tsb-iostat 3 ffffffff devtime", "tsb-iostat 4 ffffffff deftime", "tsb-iostat 5 ffffffff queuetime",
        "tsb-iostat 6 ffffffff busytime", "tsb-iostat 7 ffffffff activetime", "tsb-iostat 8 ff000000 sense.byte0",
        "tsb-ddpc 3 000000ff rc", "tsb-ddpc 8 ff000000 sense.byte0",
        "tsb-intrg 3 ff000000 fmt", "tsb-intrg 3 00ff0000 valid", "tsb-intrg 3 0000ff00 custate",
        "tsb-intrg 3 000000ff devstate", "tsb-intrg 4 ff000000 opstate", "tsb-intrg 8 ffffffff dlid",
        "interrogate 0 ff000000 format", "interrogate 0 00ff0000 rc", "interrogate 0 0000ff00 rcq",
        "interrogate 0 000000ff lpm", "interrogate 1 ff000000 pam", "interrogate 1 00ff0000 pim",
        "interrogate 1 0000ffff timeout", "interrogate 2 ff000000 flags",
        "orb-tm 1 f0000000 key", "orb-tm 1 00040000 B", "orb-tm 1 0000ff00 lpm", "orb-tm 1 00000001 X",
        "orb-tm 2 ffffffff tcw", "orb-tm-x 3 ff000000 cssprio", "orb-tm-x 3 0000ff00 program",
        "scsw-tm 0 00e00000 FMT", "scsw-tm 0 00100000 X", "scsw-tm 0 00080000 Q", "scsw-tm 1 ffffffff tcw",
        "scsw-tm 2 0000ff00 fcxs", "scsw-tm 2 00000080 IF", "scsw-tm 2 0000007f sesq",
    };

    private static final String[] ADDRESSES = {"tcw 8 output", "tcw 16 input", "tcw 24 tsb", "tcw 32 tccb", "tidaw 8 addr"};

    @TestFactory
    Stream<DynamicTest> places() {
        return Stream.of(PLACES).map(line -> DynamicTest.dynamicTest(line, () -> {
            String[] p = line.split(" ");
            check(p[0], 4 * Integer.parseInt(p[1]), p[2], p[3]);
        }));
    }

    @TestFactory
    Stream<DynamicTest> addressesOf64Bits() {
        return Stream.of(ADDRESSES).map(line -> DynamicTest.dynamicTest(line, () -> {
            String[] p = line.split(" ");
            check(p[0], Integer.parseInt(p[1]), "ffffffffffffffff", p[2]);
        }));
    }

    private static void check(String block, int at, String hex, String field) {
        Block b = Block.byName(block);
        byte[] expected = new byte[b.length()];
        byte[] ones = Hex.parse(hex);
        System.arraycopy(ones, 0, expected, at, ones.length);
        byte[] made = new byte[expected.length];
        b.field(field).set(made, b.field(field).mask());
        assertThat(Hex.of(made)).isEqualTo(Hex.of(expected));
    }
}
