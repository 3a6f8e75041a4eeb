// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.Devices;
import org.ccwbench.device.MediumDevice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images as large as disks get: what is not used takes neither time nor storage. */
class LargeImageTest {
	private static final long CYLINDER = 15L * 56_832;
	@TempDir
	Path folder;

	/** Opens a sparse file; at most so many of its pages may be in storage. */
	private MediumDevice open(String type, Path file, String words, int pages) throws Exception {
		MediumDevice device = (MediumDevice) Devices.create(DeviceOptions.of(type, 0x120, file, words));
		assertThat(device.medium().storage().framesInUse()).isLessThanOrEqualTo(pages);
		return device;
	}

	@Test
	void fixedBlocksOf100GiBAreReadAtTheEnd() throws Exception {
		Path file = folder.resolve("large.9336");
		int blocks = 100 << 21;
		try (RandomAccessFile f = new RandomAccessFile(file.toFile(), "rw")) {
			f.setLength(100L << 30);
			f.seek((100L << 30) - 512);
			f.write(0x5A);
		}
		MediumDevice device = open("9336", file, "", 8);
		String last = String.format("%08x", blocks - 1);
		Program program = new Program(device).write(0x63, "40000000 00000000 00000000" + last).write(0x43, "06000001" + last);
		assertThat(program.last().read(0x42, 512).data()).isEqualTo("5a" + "00".repeat(511));
		assertThat(device.medium().storage().framesInUse()).isLessThanOrEqualTo(8);
	}

	@Test
	void aDiskOf65520CylindersIsWrittenAtTheEnd() throws Exception {
		Path file = folder.resolve("large.3390");
		int cylinders = 65_520;
		byte[] disk = new CkdDisk(1).record(0, 14, 1, "", "0000").bytes();
		byte[] track = Arrays.copyOfRange(disk, 512 + 14 * 56_832, 512 + 15 * 56_832);
		for (int at : new int[] {1, 5}) {
			track[at] = (byte) (cylinders - 1 >> 8);
			track[at + 1] = (byte) (cylinders - 1);
		}
		track[21] = track[1];
		track[22] = track[2];
		try (RandomAccessFile f = new RandomAccessFile(file.toFile(), "rw")) {
			f.write(disk, 0, 512);
			f.setLength(512 + cylinders * CYLINDER);
			f.seek(512 + cylinders * CYLINDER - track.length);
			f.write(track);
		}
		String place = String.format("%04x000e", cylinders - 1);
		for (String words : new String[] {"write-through", ""}) {
			MediumDevice device = open("3390", file, words, 8);
			Program program = new Program(device).write(0x63, (words.isEmpty() ? "40c00000" : "80c00002") + "00000000" + place + place)
					.write(0x47, (words.isEmpty() ? "06000001" : "01000001") + place + place + "01ff0000").last();
			if (words.isEmpty()) {
				assertThat(program.read(0x06, 2).data()).isEqualTo("abcd");
			} else {
				assertThat(program.write(0x05, "abcd").status()).isEqualTo(0x0C);
			}
			assertThat(device.medium().storage().framesInUse()).isLessThanOrEqualTo(32);
		}
	}
}
