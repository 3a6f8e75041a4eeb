// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch.tests;

import static org.assertj.core.api.Assertions.assertThat;

import org.ccwbench.arch.Block;
import org.ccwbench.arch.Explain;
import org.ccwbench.arch.Explanation;
import org.ccwbench.arch.Hex;
import org.junit.jupiter.api.Test;

/**
 * One sentence says what happened. The IRBs named "recorded" are in {@code irbs.txt}; the others are
 * made from the status combinations of PoP SA22-7832, chapter 16.
 */
class VerdictTest {
    @Test
    void normalEnding() {
        irb("00804007 00010008 0c000000 00800000", null)
            .isEqualTo("The start function ended normally (channel end, device end) at the CCW before 00010008.");
    }

    @Test
    void recordedIncorrectLength() {
        irb("00804017 00010008 0c400001 00800000", null)
            .startsWith("The start function ended: incorrect length (channel end, device end) at the CCW before 00010008")
            .contains("residual count 1").contains("SLI");
    }

    @Test
    void recordedUnitCheckWithConcurrentSense() {
        byte[] irb = java.util.Arrays.copyOf(Hex.parse("00824017 00010008 0e000000 00800000 01200000"), 96);
        byte[] sense = Hex.parse("8000000000000001");
        System.arraycopy(sense, 0, irb, 32, 8);
        irb[32 + 7] = 0x01;
        irb[32 + 27] = (byte) 0x80;
        Explanation explained = Explain.explanation(Block.byName("irb"), irb, "3390");
        assertThat(explained.verdict()).isEqualTo("The start function ended: the device reported unit check (channel end,"
            + " device end, unit check) at the CCW before 00010008; 32 sense bytes follow: command reject, format 0"
            + " message 1: invalid command.");
        assertThat(explained.rows().get(2).nested().block().name()).isEqualTo("sense24");
    }

    @Test
    void unitCheckWithoutSense() {
        irb("00804017 00010018 0e000000 00800000", null)
            .contains("unit check").contains("a SENSE command tells why");
    }

    @Test
    void deviceTypeDecidesHowSenseReads() {
        String irb = "00824017 00010008 0e40000a 00800000 01180000 00000000 00000000 00000000 00482039 00000020";
        irb(irb, "3480").contains("24 sense bytes follow: drive online to control unit, beginning of tape,"
            + " error-recovery action 39, backward at beginning of tape");
        irb(irb, null).contains("24 sense bytes follow: nothing is indicated");
    }

    @Test
    void deferredConditionCode3() {
        irb("03814017 00000000 00000000", null).contains("deferred condition code 3").contains("no path");
    }

    @Test
    void deferredConditionCode1() {
        irb("01804017 00000000 80000000", null).contains("deferred condition code 1").contains("attention");
    }

    @Test
    void recordedAttention() {
        irb("00000011 00000000 80000000", null).isEqualTo("The device asks for attention; nothing had been started.");
    }

    @Test
    void recordedSuspension() {
        irb("08804029 00010010 00000001", null)
            .isEqualTo("The channel program was suspended at the CCW before 00010010; it waits for RESUME SUBCHANNEL.");
    }

    @Test
    void recordedProgramControlledInterruption() {
        irb("008040c9 00010008 00800000", null).startsWith("Program-controlled interruption").contains("00010008");
    }

    @Test
    void recordedInitialStatusInterruption() {
        irb("00a440c9 00010008 00000000", null).startsWith("The device accepted the first command");
    }

    @Test
    void recordedHaltOfIdleSubchannel() {
        irb("00002001 00000000 00000000", null).contains("halt function").contains("nothing was running");
    }

    @Test
    void recordedHaltDuringStart() {
        irb("00806001 00010008 00000000", null).isEqualTo("The halt function was performed and ended the start function.");
    }

    @Test
    void recordedClear() {
        irb("00001001 00000000 00000000", null).isEqualTo("The clear function was performed.");
    }

    @Test
    void programCheckNamesLikelyCauses() {
        irb("00804017 00010020 00200000", null).contains("program check").contains("most likely an invalid command code");
    }

    @Test
    void logoutNarrowsAProgramCheckToTheIdaw() {
        irb("04804017 00010020 00200000 02800100", null).contains("indirect-data-address word is invalid");
        irb("04804017 00010020 00200000 04800100", null).contains("the CCW is invalid");
    }

    @Test
    void primaryStatusAloneSaysThatDeviceEndIsToCome() {
        irb("00804025 00010008 08000000", null).contains("device end is still to come");
    }

    @Test
    void secondaryStatusAlone() {
        irb("00804003 00010008 04000000", null).isEqualTo("The device finished after the channel had (device end).");
    }

    @Test
    void pendingNothing() {
        scsw("00000000 00000000 00000000").isEqualTo("No function is in progress and no status is pending.");
        scsw("008040c0 00010000 00000000").contains("start function is in progress (subchannel active, device active)");
    }

    @Test
    void ccws() {
        ccw("ccw1", "08000000 00010000").isEqualTo("Transfer in channel: the program goes on at 00010000.");
        ccw("ccw1", "08400000 00010000").contains("program check");
        ccw("ccw0", "f8010000 ff000000").isEqualTo("Transfer in channel: the program goes on at 010000.");
        ccw("ccw1", "e4200007 00020000").isEqualTo("SENSE ID (E4), 7 bytes into 00020000; incorrect length suppressed.");
        ccw("ccw1", "63400010 00012000").isEqualTo("DEFINE EXTENT (63), 16 bytes from 00012000; then the next command.");
        ccw("ccw1", "06041000 00012000").contains("READ DATA (06)").contains("IDAWs at 00012000");
        ccw("ccw0", "06012000 00000000").contains("count of zero is a program check");
        ccw("ccw1", "00000001 00012000").contains("invalid").contains("program check");
        ccw("ccw1", "06800000 00012000").contains("count of zero is a program check");
        ccw("ccw1", "06100010 00012000").contains("not stored");
    }

    @Test
    void orbs() {
        text("orb", "00abcdef 00808000 00010000")
            .isEqualTo("Starts the format-1 channel program at 00010000 with key 0 over path 0; format-1 IDAWs (2K); no prefetch.");
        text("orb", "00abcdef f0c2ff40 00010000").contains("key 15").contains("format-2 IDAWs (4K)").contains("MIDAWs");
        text("orb", "00abcdef 0080803e 80010004").contains("operand exception").contains("doubleword");
        text("orb", "00000000 0004ff01 00010000 00000000 00000000 00000000 00000000 00000000").contains("transport-mode");
    }

    @Test
    void others() {
        text("idaw1", "80000000").contains("program check");
        text("idaw1", "00010400").contains("1024 bytes to the next 2K boundary");
        text("idaw2", "0000000123450000").contains("4096 bytes");
        text("midaw", "00000000 00801000 00000000 00010800").contains("crosses a page");
        text("midaw", "00000000 00800800 00000000 00010800").isEqualTo("2048 bytes at 0000000000010800; the last of the list.");
        text("crw", "03010005").isEqualTo("Subchannel 0005: available.");
        text("crw", "24020007").isEqualTo("Channel path 0007: initialized; earlier channel-report words were lost.");
        text("schid", "00010003").isEqualTo("Subchannel 0.0003.");
        text("intcode", "00010003 00abcdef 18000000")
            .isEqualTo("Interruption from subchannel 0.0003, subclass 3, parameter 00ABCDEF.");
        text("senseid", "ff3990e9339002").isEqualTo("Device 3390-02 behind control unit 3990-E9.");
        text("define-extent", "40c00000 00000000 00000000 0005000e")
            .isEqualTo("Extent from cylinder 0 head 0 to cylinder 5 head 14; all writes inhibited.");
        text("locate-record", "06000001 00000000 00000000 03ff0000")
            .isEqualTo("Read data, count 1, oriented on count of cylinder 0 head 0 record 3.");
        text("fba-locate", "06000004 00000010").isEqualTo("Read 4 blocks from relative block 16.");
        text("sense", "40").isEqualTo("Intervention required.");
    }

    @Test
    void everyFieldHasItsRowAndNestedBlocksAreNested() {
        Explanation e = Explain.explanation(Block.byName("irb"), new byte[96]);
        assertThat(e.rows()).extracting(Explanation.Row::name).containsExactly("scsw", "esw", "ecw", "emw");
        assertThat(e.rows().get(0).nested().rows()).hasSize(20);
        assertThat(e.rows().get(0).nested().rows().get(13).bits()).isEqualTo("word 0 bits 17-19");
        assertThat(e.text()).contains("Extended-control word (words 8-15): all zeros");
    }

    private static org.assertj.core.api.AbstractStringAssert<?> irb(String hex, String type) {
        byte[] bytes = java.util.Arrays.copyOf(Hex.parse(hex), 96);
        return assertThat(Explain.explanation(Block.byName("irb"), bytes, type).verdict());
    }

    private static org.assertj.core.api.AbstractStringAssert<?> scsw(String hex) {
        return text("scsw", hex);
    }

    private static org.assertj.core.api.AbstractStringAssert<?> ccw(String block, String hex) {
        return assertThat(Explain.explanation(Block.byName(block), Hex.parse(hex), "3390").verdict());
    }

    private static org.assertj.core.api.AbstractStringAssert<?> text(String block, String hex) {
        return assertThat(Explain.explanation(Block.byName(block), Hex.parse(hex)).verdict());
    }
}
