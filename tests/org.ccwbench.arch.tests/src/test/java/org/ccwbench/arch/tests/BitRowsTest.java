// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.ccwbench.arch.Block;
import org.ccwbench.arch.Explain;
import org.ccwbench.arch.Explanation;
import org.ccwbench.arch.Hex;
import org.ccwbench.arch.Irb;
import org.ccwbench.arch.Kind;
import org.junit.jupiter.api.Test;

/** A set of flags can be inspected bit by bit; places by PoP SA22-7832, chapters 15 and 16. */
class BitRowsTest {
    @Test
    void deviceStatusHasARowForEachOfItsEightBits() {
        assertThat(row("scsw", "00804017 00010008 0e000000", "dstat").children())
            .extracting(Explanation.Row::bits, Explanation.Row::name, Explanation.Row::raw, Explanation.Row::title)
            .containsExactly(tuple("word 2 bit 0", "ATTN", "0", "Attention"), tuple("word 2 bit 1", "SM", "0", "Status modifier"),
                tuple("word 2 bit 2", "CUE", "0", "Control-unit end"), tuple("word 2 bit 3", "BUSY", "0", "Busy"),
                tuple("word 2 bit 4", "CE", "1", "Channel end"), tuple("word 2 bit 5", "DE", "1", "Device end"),
                tuple("word 2 bit 6", "UC", "1", "Unit check"), tuple("word 2 bit 7", "UE", "0", "Unit exception"));
    }

    @Test
    void ccwFlagsStandInByte4OfFormat0AndByte1OfFormat1() {
        assertThat(row("ccw0", "06012000 64000050", "flags").children())
            .filteredOn(r -> r.value() == 1).extracting(Explanation.Row::name, Explanation.Row::bits)
            .containsExactly(tuple("CC", "bit 33"), tuple("SLI", "bit 34"), tuple("IDA", "bit 37"));
        assertThat(row("ccw1", "06640050 00012000", "flags").children())
            .filteredOn(r -> r.value() == 1).extracting(Explanation.Row::name, Explanation.Row::bits)
            .containsExactly(tuple("CC", "bit 9"), tuple("SLI", "bit 10"), tuple("IDA", "bit 13"));
    }

    @Test
    void functionActivityAndStatusControl() {
        String scsw = "00805eff 00010008 00000000";
        assertThat(ones(scsw, "fctl")).containsExactly("START", "CLEAR");
        assertThat(ones(scsw, "actl")).containsExactly("RSPND", "STPND", "HTPND", "SCHACT", "DEVACT", "SUSP");
        assertThat(ones(scsw, "stctl")).containsExactly("ALERT", "INTER", "PRIM", "SEC", "PEND");
        assertThat(ones("00804017 00010008 00ff0000", "cstat"))
            .containsExactly("PCI", "IL", "PGM", "PROT", "CDC", "CCC", "IFCC", "CHAIN");
    }

    @Test
    void pathMaskHasARowForEachPath() {
        List<Explanation.Row> paths = row("orb", "00000000 0080a000 00010000", "lpm").children();
        assertThat(paths).filteredOn(r -> r.value() == 1).extracting(Explanation.Row::title, Explanation.Row::bits)
            .containsExactly(tuple("Path 0", "word 1 bit 16"), tuple("Path 2", "word 1 bit 18"));
    }

    @Test
    void bitWithoutANameIsReservedAndNotableWhenItIsOne() {
        List<Explanation.Row> esf = row("esw0", "05800000 00000000 00000000 00000000 00000000", "esf").children();
        assertThat(esf.get(6).title()).isEqualTo("Reserved");
        assertThat(esf.get(6).bits()).isEqualTo("word 0 bit 7");
        assertThat(esf.get(6).notable()).isTrue();
        assertThat(esf.get(4).name()).isEqualTo("bit4");
        assertThat(esf.get(4).title()).isEqualTo("CCW check");
    }

    @Test
    void bitRowsTogetherHoldTheValueOfTheirFieldAndCanSetIt() {
        for (Block block : Block.all()) {
            byte[] ones = new byte[block.length()];
            byte[] made = new byte[block.length()];
            java.util.Arrays.fill(ones, (byte) 0xa5);
            for (Explanation.Row row : Explain.explanation(block, ones).rows()) {
                if (row.field() != null && (row.field().kind() == Kind.BITS || row.field().kind() == Kind.PATHS)) {
                    assertThat(row.children()).as("%s %s", block, row.name()).hasSize(row.field().width());
                    row.children().forEach(bit -> bit.field().set(made, bit.value()));
                    assertThat(row.field().get(made)).as("%s %s", block, row.name()).isEqualTo(row.value());
                } else if (row.field() != null) {
                    assertThat(row.children()).isEmpty();
                }
            }
        }
    }

    @Test
    void childrenOfANestedBlockAreItsRows() {
        Explanation irb = Explain.explanation(Irb.BLOCK, Hex.parse("00804017 00010008 0e" + "0".repeat(174)));
        assertThat(irb.rows().get(0).children()).isEqualTo(irb.rows().get(0).nested().rows()).hasSize(20);
    }

    @Test
    void detailedTextHasALineForEachBitAndTheOtherNone() {
        byte[] scsw = Hex.parse("00804017 00010008 0c000000");
        assertThat(Explain.explain(Block.byName("scsw"), scsw, null, true))
            .containsPattern("word 2 bit 4 +CE +1 +Channel end").containsPattern("word 2 bit 6 +UC +0 +Unit check");
        assertThat(Explain.explain(Block.byName("scsw"), scsw)).doesNotContain("Unit check")
            .containsPattern("word 2 bits 0-7 +dstat +0C +Device status: channel end, device end");
    }

    @Test
    void oneLineIsTheVerdict() {
        byte[] ccw = Hex.parse("06201000 00012000");
        assertThat(Explain.oneLine(Block.byName("ccw1"), ccw, "3390"))
            .isEqualTo("READ DATA (06), 4096 bytes into 00012000; incorrect length suppressed.");
        for (Block block : Block.all()) {
            byte[] bytes = new byte[block.length()];
            assertThat(Explain.oneLine(block, bytes)).isEqualTo(Explain.explanation(block, bytes).verdict())
                .doesNotContain("\n");
        }
        assertThatThrownBy(() -> Explain.oneLine(Block.byName("ccw1"), new byte[7]))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("8 bytes, not 7");
    }

    private static List<String> ones(String scsw, String field) {
        return row("scsw", scsw, field).children().stream().filter(r -> r.value() == 1).map(Explanation.Row::name).toList();
    }

    private static Explanation.Row row(String block, String hex, String field) {
        return Explain.explanation(Block.byName(block), Hex.parse(hex)).rows().stream()
            .filter(r -> r.name().equals(field)).findFirst().orElseThrow();
    }
}
