// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch.tests;

import static org.assertj.core.api.Assertions.assertThat;

import org.ccwbench.arch.Block;
import org.ccwbench.arch.Explain;
import org.ccwbench.arch.Explanation;
import org.ccwbench.arch.Hex;
import org.ccwbench.arch.Tsb;
import org.junit.jupiter.api.Test;

/** One sentence for each block of transport mode (PoP SA22-7832, chapters 15 and 16). */
class TransportVerdictTest {
    @Test
    void tcwThatReadsThroughTidaws() {
        text("tcw", "00040000 00560000 0000000000000000 0000000000020000 0000000000013000 0000000000012000"
            + "00000000 00001000 00000000 00000000 00000000 00000000")
            .isEqualTo("Reads 4096 bytes into the areas that the TIDAWs at 0000000000020000 name; TCCB of 104 bytes at"
                + " 0000000000012000; status goes to the TSB at 0000000000013000.");
    }

    @Test
    void tcwThatWritesAndHasAnInterrogateTcw() {
        text("tcw", "00000000 00150000 0000000000030000 0000000000000000 0000000000013000 0000000000012000"
            + "00000200 00000000 00000000 00000000 00000000 00011040")
            .isEqualTo("Writes 512 bytes from 0000000000030000; TCCB of 40 bytes at 0000000000012000; status goes to the TSB at"
                + " 0000000000013000; interrogate TCW at 00011040.");
    }

    @Test
    void tcwThatNoChannelTakes() {
        text("tcw", "40050000 00030001 0000000000030008 0000000000000004 0000000000013004 0000000000012002"
            + "00000000 00000000 00000000 00000000 00000000 00000000")
            .contains("only format 0 is defined: program check").contains("reserved bits are not zero: program check")
            .contains("the TSB is not on a boundary of 8 bytes").contains("the TCCB is not on a boundary of 8 bytes")
            .contains("output list of TIDAWs is not on a boundary of 16").contains("input list of TIDAWs is not on a boundary of 16");
    }

    @Test
    void tidaws() {
        text("tidaw", "80000000 00001000 0000000000020000").isEqualTo("4096 bytes at 0000000000020000; the last of the list.");
        text("tidaw", "08000000 0000c000 0000000000020000")
            .isEqualTo("49152 bytes at 0000000000020000; check bytes are inserted after them; more follow.");
        text("tidaw", "40000000 00000001 0000000000020000").isEqualTo("1 byte at 0000000000020000, not stored; more follow.");
        text("tidaw", "10000000 00000000 0000000000021000").isEqualTo("The list goes on at 0000000000021000.");
        text("tidaw", "10000000 00000000 0000000000021008").contains("boundary of 16 bytes: program check");
        text("tidaw", "80000001 00001000 0000000000020000").contains("reserved bits are not zero: program check");
    }

    @Test
    void dcws() {
        text("dcw", "e7400040 00000000", "3390").isEqualTo("PREFIX (E7) with 64 bytes of control data; then the next command.");
        text("dcw", "a5000000 0000c000", "3390").isEqualTo("WRITE TRACK DATA (A5), 49152 bytes of data.");
        text("dcw", "99000000 00000001", "3390").isEqualTo("Command (99), 1 byte of data.");
    }

    @Test
    void transportModeOrb() {
        text("orb-tm", "00abcdef 3004ff01 00010040 00000000 00000000 00000000 00000000 00000000")
            .isEqualTo("Starts a transport-mode operation with the TCW at 00010040, with key 3 over all paths.");
        text("orb", "00abcdef 3004ff01 00010040 00000000 00000000 00000000 00000000 00000000")
            .startsWith("Starts a transport-mode operation with the TCW at 00010040");
        // As Linux's cio driver issues it: B without X.
        text("orb", "00abcdef 3004ff00 00010040")
            .isEqualTo("Starts a transport-mode operation with the TCW at 00010040, with key 3 over all paths.");
        text("orb-tm", "00abcdef 0004ff00 00010020 00000000 00000000 00000000 00000000 00000001")
            .contains("bit X is zero: words 3-7 are not part of it").contains("reserved bits are not zero: operand exception")
            .contains("the TCW is not on a boundary of 64 bytes");
        text("orb-tm", "00abcdef 0080ff00 00010000 00000000 00000000 00000000 00000000 00000000").startsWith("Bit B is zero");
    }

    @Test
    void ioStatusWithSense() {
        byte[] tsb = tsb("40d10058 00000100 00000000 000004d2 00000000 00000000 00000000 00000000");
        tsb[32] = (byte) 0x80;
        tsb[32 + 7] = 0x04;
        assertThat(Explain.oneLine(Tsb.BLOCK, tsb, "3390")).isEqualTo("The device reports the status of the I/O operation; it"
            + " concerns the DCW at offset 88; residual count 256; device time 1234; 32 sense bytes: command reject, format 0"
            + " message 4: invalid parameter.");
        Explanation e = Explain.explanation(Tsb.BLOCK, tsb, "3390");
        assertThat(e.block().name()).isEqualTo("tsb-iostat");
        assertThat(e.rows().get(e.rows().size() - 1).nested().block().name()).isEqualTo("sense24");
    }

    @Test
    void statusOf32BytesHasNoSense() {
        byte[] tsb = tsb("20310000 00000000 00000000 00000001 00000000 00000000 00000000 00000000");
        tsb[32] = (byte) 0x80;
        assertThat(Explain.oneLine(Tsb.BLOCK, tsb, "3390"))
            .isEqualTo("The device reports the status of the I/O operation; the data were not in the cache; device time 1.");
    }

    @Test
    void deviceDetectedProgramCheck() {
        assertThat(Explain.oneLine(Tsb.BLOCK, tsb("40820010 00000000 00000000 00000005 00000000 00000000 00000000 00000000")))
            .isEqualTo("The device detected a program check: a DCW is wrong (reason code 5); it concerns the DCW at offset 16.");
        assertThat(Explain.oneLine(Tsb.BLOCK, tsb("40020000 00000000 00000000 00000004 02000000 00000000 00000000 00000000")))
            .isEqualTo("The device detected a program check: the TCA header is wrong (reason code 4, qualifier"
                + " 02000000000000000000000000000000).");
        assertThat(Explain.oneLine(Tsb.BLOCK, tsb("40020000 00000000 00000000 000000c8 00000000 00000000 00000000 00000000")))
            .contains("code C8, no meaning known (reason code 200)");
    }

    @Test
    void interrogateStatus() {
        assertThat(Explain.oneLine(Tsb.BLOCK, tsb("40030000 00000000 00000000 00a00102 03000000 00000000 00000000 00000000")))
            .isEqualTo("The control unit answered the interrogate: control-unit state 01, operation state 03.");
    }

    @Test
    void emptyAndReservedStatus() {
        assertThat(Explain.oneLine(Tsb.BLOCK, new byte[64])).isEqualTo("No status was stored.");
        assertThat(Explain.oneLine(Tsb.BLOCK, tsb("40050000"))).isEqualTo("The status area has a reserved format, 5.");
    }

    @Test
    void transportModeIrb() {
        irb("00104007 00010040 0c000100 00800000").isEqualTo("The start function ended normally (channel end, device end)"
            + " (TCW at 00010040); the TSB tells more.");
        irb("00104017 00010040 00200003 00800000").startsWith("The start function ended: program check (TCW at 00010040);"
            + " the device does not support transport mode (subchannel-extended status 03)");
        irb("00104017 00010040 0e000100 00800000").contains("the device reported unit check")
            .contains("sense data stand in the TSB");
        irb("00184009 00010040 00000000 00800000").contains("an interrogate operation has completed");
        irb("00006001 00010008 00000000 00000000").isEqualTo("Bit X is zero, so this is command-mode status: "
            + "The halt function was performed and ended the start function.");
        text("scsw-tm", "001040c0 00010040 00000000").contains("start function is in progress");
    }

    private static byte[] tsb(String hex) {
        return java.util.Arrays.copyOf(Hex.parse(hex), 64);
    }

    private static org.assertj.core.api.AbstractStringAssert<?> irb(String hex) {
        byte[] irb = java.util.Arrays.copyOf(Hex.parse(hex), 96);
        return assertThat(Explain.oneLine(Block.byName("irb-tm"), irb, "3390"));
    }

    private static org.assertj.core.api.AbstractStringAssert<?> text(String block, String hex) {
        return text(block, hex, null);
    }

    private static org.assertj.core.api.AbstractStringAssert<?> text(String block, String hex, String deviceType) {
        return assertThat(Explain.oneLine(Block.byName(block), Hex.parse(hex), deviceType));
    }
}
