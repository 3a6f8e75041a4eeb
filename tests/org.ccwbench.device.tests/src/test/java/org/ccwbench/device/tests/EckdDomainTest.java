// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.ccwbench.channel.Device;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Extents and domains; expected values from the 3990 Storage Control Reference (GA32-0274), chapter 4. */
class EckdDomainTest {
	private static final int DEFINE_EXTENT = 0x63;
	private static final int LOCATE = 0x47;
	private static final String CYLINDER_1 = "c0c00000 00000000 00010000 0001000e";
	private Program program;

	@BeforeEach
	void disk(@TempDir Path folder) throws Exception {
		CkdDisk disk = new CkdDisk(3);
		for (int r = 1; r <= 5; r++) {
			disk.record(1, 0, r, "", String.format("%02x", 0x10 * r).repeat(80));
		}
		disk.record(1, 1, 1, "c1c2", "aabb").record(1, 1, 2, "c1c3", "ccdd").record(1, 2, 1, "", "");
		Device device = disk.device(folder);
		program = new Program(device);
	}

	@Test
	void readDataGivesTheRecordThatWasLocated() {
		program.write(DEFINE_EXTENT, CYLINDER_1).write(LOCATE, "06000001 00010000 00010000 03ff0000");
		assertThat(program.status()).isEqualTo(0x0C);
		program.last().read(0x06, 100);
		assertThat(program.status()).isEqualTo(0x0C);
		assertThat(program.data()).isEqualTo("30".repeat(80));
		assertThat(program.residual()).isEqualTo(20);
	}

	@Test
	void eachReadOfADomainGoesOnByOneRecord() {
		program.write(DEFINE_EXTENT, CYLINDER_1).write(LOCATE, "06000003 00010000 00010000 02ff0000");
		assertThat(program.read(0x06, 1).data()).isEqualTo("20");
		assertThat(program.read(0x06, 1).data()).isEqualTo("30");
		assertThat(program.last().read(0x06, 1).data()).isEqualTo("40");
		assertThat(program.status()).isEqualTo(0x0C);
	}

	@Test
	void aProgramThatEndsInsideADomainIsIncomplete() {
		program.write(DEFINE_EXTENT, CYLINDER_1).write(LOCATE, "06000002 00010000 00010000 01ff0000");
		assertThat(program.last().read(0x06, 80).status()).isEqualTo(0x0E);
		assertThat(program.sense(8)).isEqualTo("8100000000010000");
	}

	@Test
	void aLocateThatFindsNoRecordSaysSo() {
		program.write(DEFINE_EXTENT, CYLINDER_1).write(LOCATE, "06000001 00010000 00010000 09ff0000");
		assertThat(program.status()).isEqualTo(0x0E);
		assertThat(program.sense(8)).isEqualTo("0008000000010000");
	}

	@Test
	void aSeekAddressOutsideTheExtentIsFileProtected() {
		program.write(DEFINE_EXTENT, CYLINDER_1).write(LOCATE, "06000001 00020000 00020000 01ff0000");
		assertThat(program.status()).isEqualTo(0x0E);
		assertThat(program.sense(8)).isEqualTo("0004000000000000");
	}

	@Test
	void locateWithoutExtentIsAnInvalidSequence() {
		assertThat(program.write(LOCATE, "06000001 00010000 00010000 01ff0000").status()).isEqualTo(0x0E);
		assertThat(program.sense(8)).isEqualTo("8000000000000002");
	}

	@Test
	void fewerParameterBytesThanRequiredAreRejected() {
		assertThat(program.write(DEFINE_EXTENT, "c0c0000000000000").status()).isEqualTo(0x0E);
		assertThat(program.sense(8)).isEqualTo("8000000000000003");
	}

	@Test
	void invalidParametersAreRejected() {
		String[] extents = {
			"e0c00000 00000000 00010000 0001000e", // reserved bit of the file mask
			"c0000000 00000000 00010000 0001000e", // not extended architecture
			"c0c0ffff 00000000 00010000 0001000e", // block size larger than a track
			"c0c00000 01000000 00010000 0001000e", // reserved bytes
			"c0c00000 00000000 00010005 00010000", // last before first
			"c0c00000 00000000 00010000 0003000e", // behind the last cylinder
			"c0c00000 00000000 00010000 0001000f", // behind the last head
		};
		for (String extent : extents) {
			assertThat(program.write(DEFINE_EXTENT, extent).status()).as(extent).isEqualTo(0x0E);
			assertThat(program.sense(8)).as(extent).isEqualTo("8000000000000004");
		}
		String[] locates = {
			"02000001 00010000 00010000 01ff0000", // no such operation
			"cc000001 00010000 00010000 01ff0000", // orientation that the operation has not
			"06020001 00010000 00010000 01ff0000", // reserved auxiliary bit
			"06010002 00010000 00010000 01ff0000", // read count suffixed to read data
			"06000101 00010000 00010000 01ff0000", // reserved byte
			"06000000 00010000 00010000 01ff0000", // no command in the domain
			"06000001 00010000 00010000 01fe0000", // no such sector
			"06000001 00010000 00010000 01ff0050", // transfer length not announced
			"06800001 00010000 00010000 01ff0000", // transfer length announced, and zero
			"06000001 00030000 00030000 01ff0000", // no such cylinder
		};
		for (String locate : locates) {
			program.again().write(DEFINE_EXTENT, CYLINDER_1).write(LOCATE, locate);
			assertThat(program.status()).as(locate).isEqualTo(0x0E);
			assertThat(program.sense(8).substring(0, 2)).as(locate).isEqualTo("80");
			assertThat(program.again().read(0x04, 0).status()).isEqualTo(0x0C);
		}
	}

	@Test
	void aSecondExtentMayOnlyNarrowTheFirst() {
		program.write(DEFINE_EXTENT, CYLINDER_1).write(DEFINE_EXTENT, "c0c00000 00000000 00010002 00010003");
		assertThat(program.status()).isEqualTo(0x0C);
		program.write(DEFINE_EXTENT, CYLINDER_1);
		assertThat(program.status()).isEqualTo(0x0E);
		assertThat(program.sense(8)).isEqualTo("8000000000000002");
	}

	@Test
	void readTracksGivesAllRecordsAndTheEndOfTrack() {
		program.write(DEFINE_EXTENT, CYLINDER_1).write(LOCATE, "4c000001 00010001 00010001 00ff0000");
		program.last().read(0xDE, 4096);
		assertThat(program.status()).isEqualTo(0x0C);
		assertThat(program.data()).isEqualTo("0001000100000008" + "0000000000000000" + "0001000101020002c1c2aabb"
				+ "0001000102020002c1c3ccdd" + "ffffffffffffffff");
	}

	@Test
	void readTrackIsChainedFromLocateOnly() {
		program.write(DEFINE_EXTENT, CYLINDER_1).write(LOCATE, "4c000001 00010001 00010001 00ff0000");
		assertThat(program.write(0x03, "").status()).isEqualTo(0x0E);
		assertThat(program.sense(8)).startsWith("80").endsWith("02");
	}

	@Test
	void aTrackSetReadsTheTracksThatItsBitsName() {
		program.write(DEFINE_EXTENT, CYLINDER_1);
		program.write(0x4B, "7f000002 00010000 00010000 00ff0000 00 0e 0001 a0");
		assertThat(program.status()).isEqualTo(0x0C);
		assertThat(program.read(0xDE, 8).data()).isEqualTo("0001000000000008");
		assertThat(program.last().read(0xDE, 8).data()).isEqualTo("0001000200000008");
		assertThat(program.status()).isEqualTo(0x0C);
	}

	@Test
	void inATrackSetNothingButReadTrackMayCome() {
		program.write(DEFINE_EXTENT, CYLINDER_1);
		program.write(0x4B, "7f000001 00010000 00010000 00ff0000 00 0e 0001 80");
		assertThat(program.read(0x06, 8).status()).isEqualTo(0x0E);
	}

	@Test
	void aRecordWithoutDataGivesUnitException() {
		program.write(DEFINE_EXTENT, CYLINDER_1).write(LOCATE, "06000001 00010002 00010002 01ff0000");
		assertThat(program.last().read(0x06, 100).status()).isEqualTo(0x0D);
		assertThat(program.residual()).isEqualTo(100);
	}

	@Test
	void multitrackReadsGoOnToTheNextTrackOfTheExtent() {
		program.write(DEFINE_EXTENT, CYLINDER_1).write(LOCATE, "06000002 00010000 00010000 05ff0000");
		assertThat(program.read(0x86, 1).data()).isEqualTo("50");
		assertThat(program.last().read(0x86, 2).data()).isEqualTo("aabb");
	}

	@Test
	void withoutMultitrackTheTrackBeginsAgain() {
		program.write(DEFINE_EXTENT, CYLINDER_1).write(LOCATE, "06000002 00010000 00010000 05ff0000");
		assertThat(program.read(0x06, 1).data()).isEqualTo("50");
		assertThat(program.last().read(0x06, 1).data()).isEqualTo("10");
	}

	@Test
	void prefixIsTheStorageServersAlone(@TempDir Path folder) throws Exception {
		String prefix = "01800000 00000000 00000000" + "c0c00000 00000000 00000000 0002000e" + "00".repeat(16)
				+ "06000001 00010000 00010000 01ff0000 00000000";
		assertThat(program.write(0xE7, prefix).status()).isEqualTo(0x0E);
		assertThat(program.sense(8)).isEqualTo("8000000000000001");
		Program server = new Program(new CkdDisk(3).record(1, 0, 1, "", "123456").device(folder, "cu=2107"));
		assertThat(server.write(0xE7, prefix).status()).isEqualTo(0x0C);
		assertThat(server.last().read(0x06, 10).data()).isEqualTo("123456");
	}
}
