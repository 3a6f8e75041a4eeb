// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.Devices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A 3590; expected values from SG24-2506, chapter 5, and from what Linux's tape_3590.c makes of sense and data. */
class HighPerformanceTapeTest {
	@TempDir
	Path folder;

	private Program mount(String words) throws Exception {
		Path file = folder.resolve("tape.aws");
		Files.write(file, HexFormat.of().parseHex("03000000a000" + "010203" + "02000300a000" + "2222" + "000002004000"));
		return new Program(Devices.create(DeviceOptions.of("3590", 0x590, file, words)));
	}

	@Test
	void linuxBringsItOnline() throws Exception {
		Program program = mount("");
		assertThat(program.last().read(0xE4, 7).data()).isEqualTo("ff3590113590" + "60");
		String characteristics = program.last().read(0x64, 64).data();
		assertThat(characteristics).hasSize(128).startsWith("3590113590" + "60");
		assertThat(characteristics.substring(62, 64)).as("byte 31: no encryption").isEqualTo("00");
		assertThat(program.last().write(0xB7, "00".repeat(11)).status()).as("assign").isEqualTo(0x0C);
		assertThat(program.last().read(0xC2, 128).data()).as("medium sense: associated and mounted").isEqualTo("01" + "00".repeat(127));
		program = new Program(Devices.create(DeviceOptions.of("3590", 0x590, null, "")));
		assertThat(program.last().read(0xC2, 128).data()).as("no medium").isEqualTo("00".repeat(128));
		assertThat(program.read(0x06, 80).status()).isEqualTo(0x02);
		assertThat(program.sense(8)).as("drive not ready: reissue later, reason 4010").isEqualTo("4042c043" + "401040" + "50");
	}

	@Test
	void readPreviousGivesTheBlockAsItWasWritten() throws Exception {
		Program program = mount("");
		assertThat(program.read(0x06, 10).data()).as("read forward").isEqualTo("010203");
		assertThat(program.read(0x0A, 10).data()).isEqualTo("010203");
		assertThat(program.read(0x02, 10).data()).as("the tape is before it again").isEqualTo("010203");
		assertThat(program.read(0x0C, 10).status()).as("read backward is not there").isEqualTo(0x02);
		assertThat(program.sense(8)).isEqualTo("80400027" + "000020" + "41");
		program.again().write(0x07, "");
		assertThat(program.read(0x0A, 10).status()).isEqualTo(0x0E);
		assertThat(program.sense(8)).as("backward at the beginning of the partition").isEqualTo("00481039" + "301031" + "50");
	}

	@Test
	void forwardAtTheEndOfDataHasItsReason() throws Exception {
		Program program = mount("");
		program.write(0x3F, "");
		assertThat(program.read(0x06, 10).status()).isEqualTo(0x0E);
		assertThat(program.sense(6)).isEqualTo("08401031" + "3020");
	}

	@Test
	void blockIdentifiersHave32Bits() throws Exception {
		Program program = mount("");
		program.write(0x37, "");
		assertThat(program.read(0x22, 8).data()).isEqualTo("00000001" + "00000001");
		assertThat(program.write(0x4F, "00000000").read(0x06, 3).data()).isEqualTo("010203");
		assertThat(program.write(0x4F, "00c00001").status()).as("a number that is not on the tape, nowhere a format").isEqualTo(0x0E);
		assertThat(mount("").write(0x4F, "80000001").status()).isEqualTo(0x0E);
	}
}
