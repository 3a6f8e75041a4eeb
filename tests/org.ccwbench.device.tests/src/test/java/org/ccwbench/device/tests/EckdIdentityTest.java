// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.ccwbench.channel.Device;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a 3390 behind a 3990-6 says of itself; values from recorded programs and GA32-0274. */
class EckdIdentityTest {
	private Program program;
	private Device device;

	@BeforeEach
	void disk(@TempDir Path folder) throws Exception {
		device = new CkdDisk(2).device(folder);
		program = new Program(device);
	}

	@Test
	void senseIdNamesControlUnitDeviceAndCommands() {
		assertThat(program.read(0xE4, 64).data()).isEqualTo("ff" + "3990e9" + "339002" + "00" + "40fa0100" + "41270004" + "423e0060");
	}

	@Test
	void deviceCharacteristics() {
		String rdc = program.read(0x64, 64).data();
		assertThat(rdc).hasSize(128).startsWith("3990e9339002").contains("20260002000f");
		assertThat(rdc.substring(2 * 22, 2 * 28)).as("track capacity: formula 2, 34, 19, 9, 6, 116").isEqualTo("022213090674");
	}

	@Test
	void configurationDataHasTheDeviceAndAQualifier() {
		byte[] b = program.read(0xFA, 256).bytes();
		assertThat(b).hasSize(256);
		assertThat(b[0] & 0xC0).as("node element descriptor").isEqualTo(0xC0);
		assertThat(b[30] << 8 | b[31]).as("device number as tag").isEqualTo(0x0120);
		assertThat(b[224] & 0xC0).as("general qualifier").isEqualTo(0x80);
	}

	@Test
	void senseSaysWhereTheDeviceIsEvenIfNothingIsWrong() {
		program.write(0x07, "0000 0001 0004");
		assertThat(program.sense(32)).isEqualTo("00000000000104000000000000000000" + "00000000000000000000008000000104");
	}

	@Test
	void anUnknownCommandIsRejectedAndSenseIsTakenOnce() {
		assertThat(program.last().read(0xAB, 10).status()).isEqualTo(0x0E);
		byte[] sense = new byte[32];
		assertThat(device.takeSense(sense)).isEqualTo(32);
		assertThat(sense[0] & 0xFF).isEqualTo(0x80);
		assertThat(sense[7]).isEqualTo((byte) 0x01);
		assertThat(device.takeSense(sense)).isZero();
	}

	@Test
	void noOperationKeepsSenseAndOthersResetIt() {
		program.last().read(0xAB, 10);
		program.last().write(0x03, "");
		assertThat(program.sense(1)).isEqualTo("80");
		program.last().read(0xAB, 10);
		program.last().read(0xE4, 12);
		assertThat(program.sense(1)).isEqualTo("00");
	}

	@Test
	void pathGroupIdIsSetOnceAndSensedBack() {
		String id = "0102030405060708090a0b";
		assertThat(program.last().write(0xAF, "00" + id).status()).isEqualTo(0x0C);
		assertThat(program.last().read(0x34, 12).data()).as("grouped").isEqualTo("c0" + id);
		assertThat(program.last().write(0xAF, "00" + "ff".repeat(11)).status()).as("another").isEqualTo(0x0E);
		assertThat(program.last().write(0xAF, "20" + id).status()).as("disband").isEqualTo(0x0C);
		assertThat(program.last().read(0x34, 12).data()).as("ungrouped").isEqualTo("80" + "00".repeat(11));
	}

	@Test
	void nothingIsChainedFromSensePathGroupId() {
		program.read(0x34, 12);
		assertThat(program.read(0xE4, 12).status()).isEqualTo(0x0E);
		assertThat(program.sense(8)).isEqualTo("8000000000000002");
	}

	@Test
	void subsystemDataIsPreparedThenRead() {
		program.write(0x27, "18000000 00000100 00000000");
		assertThat(program.status()).isEqualTo(0x0C);
		assertThat(program.last().read(0x3E, 96).bytes()).hasSize(96);
		assertThat(program.last().read(0x3E, 96).status()).as("nothing prepared").isEqualTo(0x0E);
	}

	@Test
	void reservedShowsInThePathState() {
		program.last().read(0xB4, 32);
		assertThat(program.last().read(0x34, 1).data()).isEqualTo("30");
		program.last().read(0x94, 32);
		assertThat(program.last().read(0x34, 1).data()).isEqualTo("00");
	}
}
