// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.Devices;
import org.ccwbench.device.ImageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A 3330 on a 3830: count-key-data without the extended commands. Figures from GA26-1592 and GA26-1615. */
class Disk3330Test {
	@TempDir
	Path folder;

	private static Program blank(String words) throws Exception {
		return new Program(Devices.create(DeviceOptions.of("3330", 0x133, null, words)));
	}

	@Test
	void theLabelIsFoundBySearching() throws Exception {
		for (String image : new String[] {"vol1.3330.gz", "comp.3330.gz"}) {
			Program program = new Program(Devices.create(DeviceOptions.of("3330", 0x133, Resources.file(folder, image), "")));
			program.write(0x07, "0000 0000 0000").write(0x23, "00");
			int searches = 0;
			do {
				program.write(0x31, "00000000 03");
			} while ((program.status() & 0x40) == 0 && ++searches < 10);
			assertThat(program.last().read(0x0E, 14).data()).as("key VOL1, data VOL1VOL330").isEqualTo("e5d6d3f1" + "e5d6d3f1e5d6d3f3f3f0");
		}
	}

	@Test
	void recordsAreWrittenBehindRecord0() throws Exception {
		Program program = blank("cylinders=404");
		program.write(0x1F, "c0").write(0x07, "0000 0193 0012").write(0x31, "01930012 00");
		program.write(0x1D, "01930012 01 00 0004 a1a2a3a4");
		assertThat(program.status()).isEqualTo(0x0C);
		program.again().write(0x07, "0000 0193 0012").write(0x31, "01930012 00").write(0x31, "01930012 01");
		assertThat(program.last().read(0x06, 4).data()).isEqualTo("a1a2a3a4");
	}

	@Test
	void aTrackHas13165BytesOfWhichARecordTakes135AndAKey56() throws Exception {
		Program program = blank("cylinders=1");
		program.write(0x1F, "c0").write(0x07, "0000 0000 0000").write(0x31, "00000000 00");
		assertThat(program.write(0x1D, "00000000 01 00 32e6").status()).as("13,030 bytes of data").isEqualTo(0x0C);
		assertThat(program.write(0x1D, "00000000 02 00 0001 ff").status()).as("and no byte more").isEqualTo(0x0E);
		assertThat(program.sense(2)).isEqualTo("0040");
		program.again().write(0x1F, "c0").write(0x07, "0000 0000 0001").write(0x31, "00000001 00");
		int records = 0;
		while (program.write(0x1D, "00000001" + String.format("%02x", records + 1) + "0a" + "0050").status() == 0x0C) {
			records++;
		}
		assertThat(records).as("80 bytes with a key of 10").isEqualTo(13165 / (135 + 56 + 10 + 80));
	}

	@Test
	void itHasNineteenTracksACylinder() throws Exception {
		Program program = blank("cylinders=2");
		assertThat(program.write(0x07, "0000 0001 0012").status()).isEqualTo(0x0C);
		assertThat(program.write(0x07, "0000 0001 0013").status()).isEqualTo(0x0E);
	}

	@Test
	void theExtendedCommandsAreNotThere() throws Exception {
		for (int command : new int[] {0x63, 0x47, 0x4B, 0xE7, 0x64, 0xFA, 0x5E, 0xDE, 0x85, 0x8D, 0x9D, 0x27, 0x3E, 0x34, 0xAF, 0x54, 0x14}) {
			Program program = blank("cylinders=1");
			assertThat(program.write(command, "00".repeat(64)).status()).as("%02X", command).isEqualTo(0x0E);
			assertThat(program.sense(8)).as("command reject, invalid command").startsWith("80").endsWith("01");
		}
		for (int command : new int[] {0x17, 0x13, 0xB4, 0x94, 0xA4}) {
			assertThat(blank("cylinders=1").read(command, 24).status()).as("%02X", command).isEqualTo(0x0C);
		}
	}

	@Test
	void senseHas24BytesThatNameDriveAndPlace() throws Exception {
		Program program = blank("cylinders=600");
		assertThat(program.last().read(0xE4, 20).data()).isEqualTo("ff383002" + "333011");
		program.again().write(0x07, "0000 0203 0011");
		assertThat(program.last().write(0x1B, "0000 0203 0013").status()).as("no such head").isEqualTo(0x0E);
		program.again().last().read(0x04, 32);
		assertThat(program.residual()).isEqualTo(8);
		assertThat(program.data()).as("drive 3 and its complement, cylinder 203, head 11 of a 3330-11")
				.startsWith("80000000" + "23" + "03" + "51" + "04");
	}

	@Test
	void anotherStorageControlDoesNotFit() {
		assertThatExceptionOfType(ImageException.class).isThrownBy(() -> blank("cylinders=1 cu=3990-6"))
				.withMessageContaining("a 3330 cannot be attached to a 3990-6");
		assertThatExceptionOfType(ImageException.class)
				.isThrownBy(() -> Devices.create(DeviceOptions.of("3390", 1, null, "cylinders=1 cu=3830")))
				.withMessageContaining("a 3390 cannot be attached to a 3830");
	}
}
