// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.Devices;
import org.ccwbench.device.ImageException;
import org.ccwbench.device.MediumDevice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fixed-block disks; expected values from recorded programs and the 3370 reference (GA26-1657). */
class FbaTest {
	private static final String EXTENT = "c0000000 0000000a 00000000 00000013";
	@TempDir
	Path folder;
	private MediumDevice device;
	private Program program;

	@BeforeEach
	void disk() throws Exception {
		byte[] image = new byte[100 * 512];
		for (int b = 0; b < 100; b++) {
			Arrays.fill(image, b * 512, b * 512 + 512, (byte) b);
		}
		device = open(image, "9336");
		program = new Program(device);
	}

	private MediumDevice open(byte[] image, String type) throws Exception {
		Path file = folder.resolve("disk.fba");
		Files.write(file, image);
		return (MediumDevice) Devices.create(DeviceOptions.of(type, 0x130, file, ""));
	}

	@Test
	void senseIdAndCharacteristics() throws Exception {
		assertThat(program.read(0xE4, 20).data()).isEqualTo("ff631001933600");
		assertThat(program.read(0x64, 32).data()).isEqualTo("300821110200" + "0000003f" + "0000013b" + "00000064" + "00".repeat(14));
		assertThat(new Program(open(new byte[512], "3370")).read(0xE4, 7).data()).isEqualTo("ff388001337000");
	}

	@Test
	void locateCountsFromTheStartOfTheExtent() {
		program.write(0x63, EXTENT).write(0x43, "06000002 00000003");
		program.read(0x42, 1024);
		assertThat(program.status()).isEqualTo(0x0C);
		assertThat(program.data()).isEqualTo("0d".repeat(512) + "0e".repeat(512));
	}

	@Test
	void onlyTheBlocksOfTheLocateAreRead() {
		program.write(0x63, EXTENT).write(0x43, "06000001 00000000");
		program.read(0x42, 1000);
		assertThat(program.residual()).isEqualTo(1000 - 512);
	}

	@Test
	void aShortWriteIsFilledWithZeros() {
		program.write(0x63, EXTENT).write(0x43, "01000002 00000000").write(0x41, "abcd");
		assertThat(program.status()).isEqualTo(0x0C);
		byte[] b = device.medium().bytes(10 * 512, 3 * 512);
		assertThat(Arrays.copyOf(b, 2)).containsExactly(0xAB, 0xCD);
		assertThat(Arrays.copyOfRange(b, 2, 1024)).containsOnly(0);
		assertThat(Arrays.copyOfRange(b, 1024, 1536)).containsOnly(12);
	}

	@Test
	void whatIsNotRightIsRejected() {
		String[][] programs = {
			{"63", "e0000000 00000000 00000000 00000000"}, // reserved bit of the mask
			{"63", "c0000000 00000000 00000000 00000064"}, // beyond the disk
			{"63", "c0000000 00000064 00000000 00000000"}, // begins beyond the disk
			{"63", "c0000000 00000000 00000005 00000004"}, // last before first
			{"63", "c0000000"}, // too short
			{"43", "06000001 00000000"}, // no extent
			{"42", "00"}, // no locate
			{"77", "00"}, // no such command
		};
		for (String[] p : programs) {
			program.again().write(Integer.parseInt(p[0], 16), p[1]);
			assertThat(program.status()).as(String.join(" ", p)).isEqualTo(0x0E);
			assertThat(program.sense(1)).isEqualTo("80");
		}
		for (String locate : new String[] {"06000000 00000000", "0600000b 0000000a", "06000001 00000014", "07000001 00000000",
			"26000001 00000000", "02030002 00000000"}) {
			program.again().write(0x63, EXTENT).write(0x43, locate);
			assertThat(program.status()).as(locate).isEqualTo(0x0E);
		}
	}

	@Test
	void theMaskInhibitsWrites() {
		program.write(0x63, "40000000 0000000a 00000000 00000013").write(0x43, "01000001 00000000");
		assertThat(program.status()).isEqualTo(0x0E);
	}

	@Test
	void readIplGivesBlockZero() {
		assertThat(program.read(0x02, 600).data()).isEqualTo("00".repeat(512));
	}

	@Test
	void anImageHasWholeBlocks() {
		assertThatExceptionOfType(ImageException.class).isThrownBy(() -> open(new byte[1000], "3370"))
				.withMessageContaining("disk.fba").withMessageContaining("offset 200").withMessageContaining("block 1");
		assertThatExceptionOfType(ImageException.class).isThrownBy(() -> open(new byte[0], "3370"));
	}

	@Test
	void withoutAnImageADiskIsZeros() throws Exception {
		Program blank = new Program(Devices.create(DeviceOptions.of("9336", 0x130, null, "blocks=50")));
		blank.write(0x63, "c0000000 00000000 00000000 00000031").write(0x43, "06000001 00000031");
		assertThat(blank.read(0x42, 512).data()).isEqualTo("00".repeat(512));
		assertThatExceptionOfType(ImageException.class).isThrownBy(() -> Devices.create(DeviceOptions.of("9336", 1, null, "")))
				.withMessageContaining("blocks=");
	}
}
