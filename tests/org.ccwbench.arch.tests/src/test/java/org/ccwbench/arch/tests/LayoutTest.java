// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch.tests;

import static org.assertj.core.api.Assertions.assertThat;

import org.ccwbench.arch.Block;
import org.ccwbench.arch.Esw;
import org.ccwbench.arch.Explain;
import org.ccwbench.arch.Hex;
import org.junit.jupiter.api.Test;

/** Blocks whose form depends on what they hold (PoP SA22-7832, chapters 15 and 16). */
class LayoutTest {
    @Test
    void bitLMakesTheExtendedStatusWordFormat0() {
        assertThat(esw("04804017", "00800000", "00000000")).isEqualTo("esw0");
        assertThat(esw("00804017", "00800000", "00000000")).isEqualTo("esw1");
        assertThat(esw("00804017", "00800123", "00000000")).isEqualTo("esw2");
        assertThat(esw("00804003", "00800000", "00000000")).isEqualTo("esw3");
    }

    @Test
    void extendedStatusWordMeansNothingWithStatusPendingAlone() {
        assertThat(meaningful("00001001")).isFalse();
        assertThat(meaningful("04001001")).isTrue();
        assertThat(meaningful("00804007")).isTrue();
        assertThat(meaningful("00804011")).isTrue();
    }

    @Test
    void extendedStatusWordMeansNothingWithIntermediateStatusUnlessSuspended() {
        assertThat(meaningful("008040c9")).isFalse();
        assertThat(meaningful("08804029")).isTrue();
        byte[] irb = java.util.Arrays.copyOf(Hex.parse("008040c9 00010008 00800000 00800000"), 96);
        assertThat(Explain.explanation(Block.byName("irb"), irb).rows().get(1).text())
            .isEqualTo("With such status the extended-status word says nothing.");
    }

    @Test
    void erwBit9MakesTheFailingStorageAddress64Bits() {
        assertThat(esw("04804017", "00800000", "02400000")).isEqualTo("esw0-64");
        byte[] esw = Hex.parse("00800000 02400000 00000001 23456000 00000000");
        assertThat(Block.byName("esw0").layout(esw).field("fsa").get(esw)).isEqualTo(0x1_2345_6000L);
    }

    @Test
    void bitBMakesTheOrbTransportMode() {
        byte[] orb = new byte[32];
        assertThat(Block.byName("orb").layout(orb).name()).isEqualTo("orb-x");
        orb[5] = 0x04;
        assertThat(Block.byName("orb").layout(orb).name()).isEqualTo("orb-tm-x");
        assertThat(Block.byName("orb").layout(java.util.Arrays.copyOf(orb, 12)).name()).isEqualTo("orb-tm");
        assertThat(Block.byName("orb").layout(new byte[12]).name()).isEqualTo("orb");
    }

    @Test
    void extensionHoldsThePriorities() {
        byte[] orb = new byte[32];
        orb[12] = 0x11;
        orb[14] = 0x22;
        Block layout = Block.byName("orb").layout(orb);
        assertThat(layout.field("cssprio").get(orb)).isEqualTo(0x11);
        assertThat(layout.field("cuprio").get(orb)).isEqualTo(0x22);
    }

    @Test
    void senseByte27TellsThe24ByteFormat() {
        byte[] sense = new byte[32];
        assertThat(Block.byName("sense").layout(sense).name()).isEqualTo("sense24");
        sense[26] = 0x4e;
        sense[27] = 0x60;
        assertThat(Block.byName("sense").layout(sense).name()).isEqualTo("sense32");
        sense[27] = (byte) 0x80;
        assertThat(Block.byName("sense").layout(sense).name()).isEqualTo("sense24");
    }

    @Test
    void irbWithoutMeasurementWordIs64Bytes() {
        Block layout = Block.byName("irb").layout(new byte[64]);
        assertThat(layout.length()).isEqualTo(64);
        assertThat(layout.parts()).extracting(Block.Part::offset).containsExactly(0, 12, 32);
        assertThat(Block.byName("irb").parts()).extracting(Block.Part::offset).containsExactly(0, 12, 32, 64);
    }

    private static boolean meaningful(String scsw0) {
        return Esw.meaningful(java.util.Arrays.copyOf(Hex.parse(scsw0), 96), 0);
    }

    private static String esw(String scsw0, String logout, String erw) {
        byte[] irb = new byte[96];
        System.arraycopy(Hex.parse(scsw0), 0, irb, 0, 4);
        System.arraycopy(Hex.parse(logout + erw), 0, irb, 12, 8);
        return Block.byName("irb").layout(irb).parts().get(1).block().name();
    }
}
