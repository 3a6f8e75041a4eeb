// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.ccwbench.device.MediumDevice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** WRITE commands; expected values from the 3990 Storage Control Reference (GA32-0274) and the track formats. */
class EckdWriteTest {
	private static final String WHOLE_DISK = "c0c00000 00000000 00000000 0000000e";
	private static final int TRACK_1 = 512 + CkdDisk.TRACK;
	private Program program;
	private MediumDevice device;
	private Path file;

	@BeforeEach
	void disk(@TempDir Path folder) throws Exception {
		device = (MediumDevice) new CkdDisk(1).record(0, 1, 1, "", "11111111").record(0, 1, 2, "c2", "2222")
				.record(0, 1, 3, "", "3333").device(folder);
		file = folder.resolve("disk.3390");
		program = new Program(device);
	}

	private String track(int from, int length) {
		return java.util.HexFormat.of().formatHex(device.medium().storage().bytes(TRACK_1 + from, length));
	}

	@Test
	void updateDataWritesTheDataFieldOnly() {
		program.write(0x63, WHOLE_DISK).write(0x47, "01800001 00000001 00000001 01ff0004");
		assertThat(program.last().write(0x85, "a1a2a3a4").status()).isEqualTo(0x0C);
		assertThat(track(5 + 16, 12)).isEqualTo("0000000101000004" + "a1a2a3a4");
		assertThat(track(5 + 16 + 12, 8)).as("the next record stays").isEqualTo("0000000102010002");
	}

	@Test
	void theUsersFileStaysAsItIs() throws Exception {
		byte[] before = Files.readAllBytes(file);
		updateDataWritesTheDataFieldOnly();
		assertThat(Files.readAllBytes(file)).isEqualTo(before);
	}

	@Test
	void aShortUpdateIsFilledWithZeros() {
		program.write(0x63, WHOLE_DISK).write(0x47, "01800001 00000001 00000001 01ff0004");
		program.last().write(0x05, "a1");
		assertThat(track(5 + 16 + 8, 4)).isEqualTo("a1000000");
	}

	@Test
	void aRecordOfAnotherLengthThanTheTransferLengthIsInvalidTrackFormat() {
		program.write(0x63, WHOLE_DISK).write(0x47, "01800001 00000001 00000001 01ff0005");
		assertThat(program.last().write(0x85, "a1a2a3a4a5").status()).isEqualTo(0x0E);
		assertThat(program.sense(8)).isEqualTo("0040000000000100");
		assertThat(track(5 + 16 + 8, 4)).isEqualTo("11111111");
	}

	@Test
	void writeKeyAndDataNeedsTheKeyInTheTransferLength() {
		program.write(0x63, WHOLE_DISK).write(0x47, "01800001 00000001 00000001 02ff0003");
		assertThat(program.last().write(0x8D, "c9f1f2").status()).isEqualTo(0x0C);
		assertThat(track(5 + 16 + 12 + 8, 3)).isEqualTo("c9f1f2");
	}

	@Test
	void writeCkdEndsTheTrackBehindTheRecord() {
		program.write(0x63, WHOLE_DISK).write(0x47, "03000001 00000001 00000001 01ff0000");
		assertThat(program.last().write(0x1D, "0000000107000002 dddd").status()).isEqualTo(0x0C);
		assertThat(track(5 + 16 + 12, 18)).isEqualTo("0000000107000002" + "dddd" + "ffffffffffffffff");
	}

	@Test
	void aWriteInAReadDomainIsRejected() {
		program.write(0x63, WHOLE_DISK).write(0x47, "06000001 00000001 00000001 01ff0000");
		assertThat(program.last().write(0x05, "a1a2a3a4").status()).isEqualTo(0x0E);
		assertThat(program.sense(8)).isEqualTo("8000000000000102");
		assertThat(track(5 + 16 + 8, 4)).isEqualTo("11111111");
	}

	@Test
	void aWriteThatTheFileMaskInhibitsIsRejected() {
		program.write(0x63, "40c00000 00000000 00000000 0000000e").write(0x47, "01800001 00000001 00000001 01ff0004");
		assertThat(program.last().write(0x05, "a1a2a3a4").status()).isEqualTo(0x0E);
		assertThat(track(5 + 16 + 8, 4)).isEqualTo("11111111");
	}

	@Test
	void outsideOfADomainTheSearchMustHaveComparedEqual() {
		program.write(0x07, "000000000001");
		assertThat(program.write(0x05, "a1a2a3a4").status()).isEqualTo(0x0E);
		program.again().write(0x07, "000000000001");
		while (program.write(0x31, "0000000101").status() == 0x0C) {
			continue;
		}
		assertThat(program.write(0x05, "a1a2a3a4").status()).isEqualTo(0x0C);
		assertThat(track(5 + 16 + 8, 4)).isEqualTo("a1a2a3a4");
	}

	@Test
	void twelveRecordsOf4096FillATrack() {
		program.write(0x63, WHOLE_DISK).write(0x47, "0300000d 00000000 00000000 00ff0000");
		String block = "55".repeat(4096);
		for (int r = 1; r <= 12; r++) {
			assertThat(program.write(0x1D, String.format("00000000%02x001000", r) + block).status()).as("record " + r)
					.isEqualTo(0x0C);
		}
		assertThat(program.last().write(0x1D, "000000000d001000" + block).status()).isEqualTo(0x0E);
		assertThat(program.sense(2)).isEqualTo("0040");
	}

	@Test
	void theLongestRecordHas56664Bytes() {
		program.write(0x63, WHOLE_DISK).write(0x47, "03000001 00000000 00000000 00ff0000");
		assertThat(program.last().write(0x1D, "0000000001 00 dd59").status()).as("56665").isEqualTo(0x0E);
		program.write(0x63, WHOLE_DISK).write(0x47, "03000001 00000000 00000000 00ff0000");
		assertThat(program.last().write(0x1D, "0000000001 00 dd58").status()).as("56664").isEqualTo(0x0C);
	}

	@Test
	void aTrackIsFormattedWholeByWriteCkdNextTrack() {
		program.write(0x63, WHOLE_DISK).write(0x47, "03000002 00000001 00000001 00ff0000");
		program.write(0x1D, "0000000101000001 aa");
		assertThat(program.last().write(0x9D, "0000000201000001 bb").status()).isEqualTo(0x0C);
		assertThat(track(CkdDisk.TRACK + 21, 9)).isEqualTo("0000000201000001bb");
	}

	@Test
	void eraseEndsTheTrack() {
		program.write(0x63, WHOLE_DISK).write(0x47, "0b000001 00000001 00000001 01ff0000");
		assertThat(program.last().write(0x11, "0000000102000010").status()).isEqualTo(0x0C);
		assertThat(track(5 + 16 + 12, 8)).isEqualTo("ffffffffffffffff");
	}
}
