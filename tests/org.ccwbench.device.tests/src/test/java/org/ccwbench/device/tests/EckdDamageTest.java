// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.ccwbench.channel.Device;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.Devices;
import org.ccwbench.device.ImageException;

/** Damaged disks and arbitrary programs: each command ends, with a status that a disk can give. */
class EckdDamageTest {
	private static final byte[] DISK = new CkdDisk(1).record(0, 0, 1, "c1c2", "00".repeat(80)).record(0, 0, 2, "", "11".repeat(500))
			.record(0, 1, 1, "", "22".repeat(4096)).record(0, 1, 2, "", "").bytes();
	private static final int[] COMMANDS = {0x02, 0x06, 0x86, 0x0E, 0x8E, 0x12, 0x92, 0x16, 0x96, 0x1A, 0x9A, 0x1E, 0x9E, 0x5E,
		0xDE, 0x07, 0x0B, 0x1B, 0x31, 0xB1, 0x51, 0x71, 0x29, 0xA9, 0x49, 0x69, 0x39, 0xB9, 0x05, 0x85, 0x0D, 0x8D, 0x11, 0x15,
		0x19, 0x1D, 0x9D, 0x63, 0x47, 0x4B, 0xE7, 0x1F, 0x22, 0x23, 0x04, 0x27, 0x3E};
	private static Path folder;

	private static Device device(byte[] image) throws Exception {
		if (folder == null) {
			folder = Files.createTempDirectory("disk");
		}
		Path file = folder.resolve("disk.3390");
		Files.write(file, image);
		return Devices.create(DeviceOptions.of("3390", 0x120, file, "cu=2107"));
	}

	@AfterContainer
	static void clean() throws Exception {
		if (folder != null) {
			Files.deleteIfExists(folder.resolve("disk.3390"));
			Files.deleteIfExists(folder);
		}
	}

	@Property(tries = 150)
	void everyCommandEndsOnADamagedDisk(@ForAll long seed) throws Exception {
		Random random = new Random(seed);
		byte[] image = DISK.clone();
		for (int i = random.nextInt(40); i >= 0; i--) {
			int track = random.nextInt(3);
			image[512 + track * CkdDisk.TRACK + random.nextInt(700)] = (byte) (random.nextInt(3) == 0 ? 0xFF : random.nextInt(256));
		}
		Program program = new Program(device(image));
		for (int n = 0; n < 30; n++) {
			if (random.nextInt(4) == 0) {
				program.again();
				program.write(0x63, "c0c00000 00000000 00000000 0000000e");
				program.write(0x47, String.format("%02x%02x00%02x0000%04x0000%04x%02xff%04x", pick(random, 0, 1, 3, 6, 0x0B, 0x0C, 0x16,
						0x46, 0x4C, 0x86), pick(random, 0, 0x80), random.nextInt(4), random.nextInt(3), random.nextInt(3),
						random.nextInt(4), pick(random, 0, 80, 4096)));
			} else if (random.nextInt(4) == 0) {
				program.again().write(0x07, "00000000000" + random.nextInt(4));
			}
			run(program, random);
		}
	}

	private static void run(Program program, Random random) {
		int command = COMMANDS[random.nextInt(COMMANDS.length)];
		if ((command & 0x03) == 0x02 || (command & 0x0F) == 0x04) {
			program.read(command, random.nextInt(70000));
		} else {
			byte[] data = new byte[random.nextInt(100)];
			random.nextBytes(data);
			program.write(command, HexFormat.of().formatHex(data));
		}
		assertThat(program.status()).as("command %02x", command).isIn(0x0C, 0x4C, 0x0D, 0x0E);
	}

	private static int pick(Random random, int... from) {
		return from[random.nextInt(from.length)];
	}

	@Property(tries = 150)
	void aHeaderIsRefusedOrTheDiskWorks(@ForAll long seed) throws Exception {
		Random random = new Random(seed);
		byte[] image = DISK.clone();
		image[8 + random.nextInt(12)] = (byte) random.nextInt(256);
		try {
			Program program = new Program(device(image));
			program.write(0x07, "000000000000");
			assertThat(program.read(0x5E, 65535).status()).isIn(0x0C, 0x0E);
		} catch (ImageException e) {
			assertThat(e.getMessage()).contains("disk.3390").contains("offset");
		}
	}

	@Property(tries = 20)
	void aTrackWithoutAnEndIsInvalidTrackFormat(@ForAll byte filler) throws Exception {
		byte[] image = DISK.clone();
		java.util.Arrays.fill(image, 512 + 5, 512 + CkdDisk.TRACK, filler);
		Program program = new Program(device(image));
		program.write(0x07, "000000000000").read(0x5E, 65535);
		if (filler == (byte) 0xFF) {
			assertThat(program.status()).isEqualTo(0x0C);
		} else {
			assertThat(program.status()).isEqualTo(0x0E);
			assertThat(program.sense(2)).isEqualTo("0040");
		}
	}

	@Property(tries = 1)
	void aWrongHomeAddressIsInvalidTrackFormat() throws Exception {
		byte[] image = DISK.clone();
		image[512 + CkdDisk.TRACK + 4] = 7;
		Program program = new Program(device(image));
		assertThat(program.write(0x07, "000000000001").status()).isEqualTo(0x0E);
		assertThat(program.sense(2)).isEqualTo("0040");
	}

	@Property(tries = 100)
	void everyCommandEndsOnADamagedCompressedDisk(@ForAll long seed) throws Exception {
		byte[] image;
		try (java.io.InputStream in = new java.util.zip.GZIPInputStream(EckdDamageTest.class.getResourceAsStream("comp.3390.gz"))) {
			image = in.readAllBytes();
		}
		Random random = new Random(seed);
		for (int i = random.nextInt(20); i >= 0; i--) {
			image[random.nextBoolean() ? 8 + random.nextInt(40) + random.nextInt(2) * 504 : 1024 + random.nextInt(image.length - 1024)] =
					(byte) random.nextInt(256);
		}
		Device device;
		try {
			device = device(image);
		} catch (ImageException e) {
			assertThat(e.getMessage()).contains("disk.3390");
			return;
		}
		Program program = new Program(device);
		for (int head = 0; head < 15; head++) {
			program.again().write(0x07, String.format("00000000%04x", head));
			assertThat(program.status()).isIn(0x0C, 0x0E);
			assertThat(program.read(0x5E, 65535).status()).isIn(0x0C, 0x0E);
		}
	}
}
