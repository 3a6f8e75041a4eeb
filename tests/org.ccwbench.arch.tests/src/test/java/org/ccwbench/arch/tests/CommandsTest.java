// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.ccwbench.arch.Command;
import org.ccwbench.arch.CommandData;
import org.ccwbench.arch.Commands;
import org.ccwbench.arch.Direction;
import org.junit.jupiter.api.Test;

/** The command tables are consistent in themselves and hold what the manuals list. */
class CommandsTest {
    @Test
    void everyTableIsConsistent() {
        for (String type : Commands.deviceTypes()) {
            Set<Integer> codes = new HashSet<>();
            Set<String> names = new HashSet<>();
            for (Command c : Commands.of(type).all()) {
                assertThat(codes.add(c.code())).as("%s %02X", type, c.code()).isTrue();
                assertThat(names.add(c.mnemonic())).as("%s %s", type, c.mnemonic()).isTrue();
                assertThat(c.direction()).isNotEqualTo(Direction.INVALID);
                assertThat(c.mnemonic()).matches("[A-Z][A-Z0-9]*");
                assertThat(c.title()).matches("[A-Z0-9][A-Z0-9 /-]*[A-Z0-9]");
                assertThat(c.length()).isBetween(-1, 65535);
                assertThat(Commands.of(type).byCode(c.code())).contains(c);
                assertThat(Commands.of(type).byName(c.mnemonic())).contains(c);
                if (c.direction() == Direction.TIC) {
                    assertThat(c.code()).isEqualTo(0x08);
                }
                assertThat(c.changesMedium() && (c.direction() == Direction.READ || c.direction() == Direction.READ_BACKWARD))
                    .as("%s reads and changes the medium", c.title()).isFalse();
            }
        }
    }

    @Test
    void everyWriteToAStorageMediumIsGuarded() {
        for (String type : new String[] {"3390", "9336", "3420", "3490", "3525", "1403"}) {
            for (Command c : Commands.of(type).all()) {
                boolean onlyCompares = c.title().startsWith("SEARCH") || c.title().equals("LOOP WRITE TO READ");
                if (c.direction() == Direction.WRITE && !onlyCompares) {
                    assertThat(c.changesMedium()).as(type + " " + c.title()).isTrue();
                }
            }
        }
    }

    @Test
    void everyDeviceHasTheBasicCommands() {
        for (String type : Commands.deviceTypes()) {
            for (int code : new int[] {0x03, 0x04, 0x08, 0xe4}) {
                assertThat(Commands.of(type).byCode(code)).as("%s %02X", type, code).isPresent();
            }
        }
    }

    @Test
    void eckdSetOfThe3990IsThere() {
        Commands eckd = Commands.of("3390");
        int[] codes = {0x02, 0x06, 0x0a, 0x0e, 0x12, 0x16, 0x1a, 0x1e, 0x86, 0x8e, 0x92, 0x96, 0x9a, 0x9e, 0x22, 0x23, 0x27,
            0x3e, 0x47, 0x4b, 0x5b, 0x63, 0x64, 0xe4, 0xfa, 0x34, 0xaf, 0xe7, 0x05, 0x0d, 0x11, 0x15, 0x19, 0x1d, 0x85, 0x8d,
            0x9d, 0xa5, 0xa6, 0xde, 0x07, 0x0b, 0x1b, 0x1f, 0x29, 0x31, 0x39, 0x49, 0x51, 0x69, 0x71, 0xa9, 0xb1, 0xb9, 0xc9,
            0xd1, 0xe9, 0xf1, 0x14, 0x94, 0xb4, 0x54, 0xa4, 0x87, 0x5e, 0xf3};
        for (int code : codes) {
            assertThat(eckd.byCode(code)).as("%02X", code).isPresent();
        }
    }

    @Test
    void namesAreFoundInAnySpelling() {
        Commands eckd = Commands.of("3390");
        assertThat(eckd.byName("DE").orElseThrow().code()).isEqualTo(0x63);
        assertThat(eckd.byName("define-extent").orElseThrow().code()).isEqualTo(0x63);
        assertThat(eckd.byName("Locate Record").orElseThrow().code()).isEqualTo(0x47);
        assertThat(eckd.byName("read_data").orElseThrow().code()).isEqualTo(0x06);
        assertThat(eckd.byName("no such")).isEmpty();
    }

    @Test
    void deviceTypesWithModelAreFound() {
        assertThat(Commands.family("3390-3")).isEqualTo("eckd");
        assertThat(Commands.family("3215-C")).isEqualTo("console");
        assertThat(Commands.family("9999")).isEqualTo("basic");
        assertThat(Commands.of(null).byName("tic").orElseThrow().code()).isEqualTo(8);
        assertThat(Commands.of("virtio-ccw").byCode(0x13).orElseThrow().title()).isEqualTo("SET VIRTQUEUE");
    }

    /** Bits 0-1 choose the stacker, bit 2 column binary; 11 with a read does not feed (2540 and 3505 manuals). */
    @Test
    void cardCommandsFollowTheirBits() {
        for (int stacker = 0; stacker < 3; stacker++) {
            for (int binary = 0; binary < 2; binary++) {
                int bits = stacker << 6 | binary << 5;
                String title = (binary == 1 ? "COLUMN BINARY " : "") + "FEED SELECT STACKER " + (stacker + 1);
                assertThat(Commands.of("3505").byCode(bits | 2).orElseThrow().title()).isEqualTo("READ " + title);
                assertThat(Commands.of("3525").byCode(bits | 1).orElseThrow().title()).isEqualTo("WRITE " + title);
            }
            assertThat(Commands.of("3505").byCode(stacker << 6 | 0x23).orElseThrow().title())
                .isEqualTo("FEED SELECT STACKER " + (stacker + 1));
        }
        assertThat(Commands.of("3505").byCode(0xc2).orElseThrow().title()).isEqualTo("READ ONLY");
    }

    @Test
    void printerSkipsAndSpacesFollowTheirBits() {
        Commands printer = Commands.of("1403");
        for (int channel = 1; channel <= 12; channel++) {
            int bits = 0x80 | channel << 3;
            assertThat(printer.byCode(bits | 1).orElseThrow().title()).isEqualTo("WRITE AND SKIP TO CHANNEL " + channel);
            assertThat(printer.byCode(bits | 3).orElseThrow().title()).isEqualTo("SKIP TO CHANNEL " + channel);
        }
        assertThat(printer.byCode(0x19).orElseThrow().title()).isEqualTo("WRITE AND SPACE 3 LINES");
        assertThat(printer.byCode(0x1b).orElseThrow().title()).isEqualTo("SPACE 3 LINES");
    }

    /** Bits 0-1 are the density, 2-4 parity, translator and converter (3803/3420, seven-track feature). */
    @Test
    void sevenTrackModeSetsFollowTheirBits() {
        String[] densities = {"200", "556", "800"};
        for (int d = 0; d < 3; d++) {
            String start = "MODE SET 7-TRACK " + densities[d] + " BPI ";
            int bits = d << 6;
            assertThat(tape(bits | 0x13)).isEqualTo(start + "ODD CONVERT");
            assertThat(tape(bits | 0x23)).isEqualTo(start + "EVEN");
            assertThat(tape(bits | 0x2b)).isEqualTo(start + "EVEN TRANSLATE");
            assertThat(tape(bits | 0x33)).isEqualTo(start + "ODD");
            assertThat(tape(bits | 0x3b)).isEqualTo(start + "ODD TRANSLATE");
        }
    }

    @Test
    void dataOfACommandHaveTheBlockOfItsFamily() {
        assertThat(CommandData.of("3390", 0x63).orElseThrow().name()).isEqualTo("define-extent");
        assertThat(CommandData.of("9336", 0x63).orElseThrow().name()).isEqualTo("fba-define-extent");
        assertThat(CommandData.of("3390", 0xe7).orElseThrow().name()).isEqualTo("prefix");
        assertThat(CommandData.of("3480", 0x04).orElseThrow().name()).isEqualTo("sense-3480");
        assertThat(CommandData.of(null, 0xe4).orElseThrow().name()).isEqualTo("senseid");
        assertThat(CommandData.of("3390", 0x06)).isEmpty();
    }

    private static String tape(int code) {
        return Commands.of("3420").byCode(code).orElseThrow().title();
    }
}
