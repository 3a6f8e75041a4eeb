// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.ccwbench.arch.Block;
import org.ccwbench.arch.Explain;
import org.ccwbench.arch.Hex;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Format and message in byte 7 of 24-byte ECKD sense data, and program-action codes of the 32-byte form (IBM
 * GA32-0099 and SA22-1025; the same numbers drive error recovery of the Linux disk driver).
 */
class SenseMessagesTest {
    /** Bytes 0 to 7, and what the verdict must say. */
    private static final String[] MESSAGES = {
        "80000000 00000004; format 0 message 4: invalid parameter", "80000000 0000000e; command invalid on secondary address",
        "80000000 0000000f; status not as required", "10000000 00000015; format 1 message 5: device did not respond to selection",
        "10000000 0000001d; seek incomplete", "10000000 00000028; format 2 message 8: check-2 error of the storage control",
        "10000000 0000003f; allegiance terminated", "08000000 00000041; format 4 message 1: error in count area",
        "08000000 00000047; no sync byte in data area", "08000000 0000004e; no sync byte in key area, offset active",
        "08000000 00000053; format 5 message 3: data check in data area", "04000000 00000062; overrun on channel C",
        "10000000 0000007c; permanent path error", "10000000 00000088; short-busy timeout",
        "10000000 0000009e; format 9 message E: cylinder address did not compare",
        "10000000 000000f4; format F message 4: caching terminated", "10000000 000000fe; DASD fast write inhibited",
    };

    @TestFactory
    Stream<DynamicTest> messages() {
        return Stream.of(MESSAGES).map(line -> DynamicTest.dynamicTest(line, () -> {
            String[] p = line.split("; ");
            assertThat(sense(p[0])).contains(p[1]);
        }));
    }

    @Test
    void messageThatTheManualReservesIsGivenByItsNumber() {
        assertThat(sense("10000000 00000021")).isEqualTo("Equipment check, format 2 message 1.");
        assertThat(sense("08000000 000000c3")).isEqualTo("Data check, format C message 3.");
    }

    @Test
    void format0WithoutCommandRejectHasOtherMessages() {
        assertThat(sense("10000000 00000003")).isEqualTo("Equipment check, format 0 message 3.");
    }

    @Test
    void format6WithoutOverrunIsUsageStatistics() {
        assertThat(sense("00001000 00000060")).isEqualTo("Format 6: usage statistics.");
    }

    @Test
    void byte7OfZeroIsNoMessage() {
        assertThat(sense("00080000 00000000")).isEqualTo("No record found.");
    }

    @Test
    void programActionOf32ByteSense() {
        byte[] sense = new byte[32];
        sense[25] = 0x1d;
        sense[26] = 0x4e;
        sense[27] = 0x60;
        assertThat(Explain.oneLine(Block.byName("sense"), sense)).isEqualTo("Program action 1D, state change pending.");
        sense[25] = (byte) 0x91;
        assertThat(Explain.oneLine(Block.byName("sense"), sense)).isEqualTo("Program action 91.");
    }

    private static String sense(String hex) {
        return Explain.oneLine(Block.byName("sense"), java.util.Arrays.copyOf(Hex.parse(hex), 24));
    }
}
