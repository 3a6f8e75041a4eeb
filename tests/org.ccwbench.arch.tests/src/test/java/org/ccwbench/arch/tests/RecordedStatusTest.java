// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.ccwbench.arch.Block;
import org.ccwbench.arch.Explain;
import org.ccwbench.arch.Explanation;
import org.ccwbench.arch.Hex;
import org.ccwbench.arch.Irb;
import org.ccwbench.arch.Schib;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Recorded IRBs and SCHIBs decode to what their recorder decoded. */
class RecordedStatusTest {
    private static final String[] FIELDS = {
        "key", "S", "L", "cc", "F", "P", "I", "A", "U", "Z", "E", "N", "fctl", "actl", "stctl", "cpa", "dstat", "cstat", "count",
    };

    @TestFactory
    Stream<DynamicTest> irbs() {
        return Recorded.lines("irbs.txt").stream().map(line -> DynamicTest.dynamicTest(line[0], () -> {
            byte[] irb = Hex.parse(line[2]);
            Block layout = Irb.BLOCK.layout(irb);
            String[] expected = line[3].split(" ");
            for (int i = 0; i < FIELDS.length; i++) {
                boolean hex = FIELDS[i].equals("cpa") || FIELDS[i].endsWith("stat");
                assertThat(layout.field("scsw." + FIELDS[i]).get(irb)).as(FIELDS[i])
                    .isEqualTo(Long.parseLong(expected[i], hex ? 16 : 10));
            }
        }));
    }

    @Test
    void everyRecordedIrbHasAVerdictThatNamesItsStatus() {
        for (String[] line : Recorded.lines("irbs.txt")) {
            Explanation explained = Explain.explanation(Irb.BLOCK, Hex.parse(line[2]), line[1]);
            String[] scsw = line[3].split(" ");
            int device = Integer.parseInt(scsw[16], 16);
            int channel = Integer.parseInt(scsw[17], 16);
            String verdict = explained.verdict();
            assertThat(verdict.contains("unit check")).as(line[0] + ": " + verdict).isEqualTo((device & 2) != 0);
            assertThat(verdict.contains("unit exception")).as(line[0]).isEqualTo((device & 1) != 0);
            assertThat(verdict.contains("program check")).as(line[0]).isEqualTo((channel & 0x20) != 0);
            assertThat(verdict.contains("protection check")).as(line[0]).isEqualTo((channel & 0x10) != 0);
            assertThat(verdict.contains("incorrect length")).as(line[0]).isEqualTo((channel & 0x40) != 0);
        }
    }

    @TestFactory
    Stream<DynamicTest> schibs() {
        return Recorded.lines("schibs.txt").stream().map(line -> DynamicTest.dynamicTest(line[0], () -> {
            byte[] schib = Hex.parse(line[1]);
            long valid = schib[5] & 1;
            assertThat(Schib.BLOCK.field("pmcw.V").get(schib)).isEqualTo(valid);
            assertThat(Schib.BLOCK.field("pmcw.devno").get(schib)).isEqualTo(Long.parseLong(line[1].substring(12, 16), 16));
            assertThat(Schib.BLOCK.field("scsw.cpa").get(schib)).isEqualTo(Long.parseLong(line[1].substring(64, 72), 16));
            assertThat(Explain.explanation(Schib.BLOCK, schib).verdict())
                .startsWith(valid == 1 ? "Device " + line[1].substring(12, 16).toUpperCase() : "No device");
        }));
    }
}
