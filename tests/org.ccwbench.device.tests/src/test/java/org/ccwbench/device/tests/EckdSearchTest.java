// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SEEK, SEARCH and what follows them; expected values from the 3990 Storage Control Reference (GA32-0274). */
class EckdSearchTest {
	private static final int SEEK = 0x07;
	private static final int SEARCH_ID_EQUAL = 0x31;
	private static final int SEARCH_KEY_EQUAL = 0x29;
	private Program program;

	@BeforeEach
	void disk(@TempDir Path folder) throws Exception {
		CkdDisk disk = new CkdDisk(2).record(0, 0, 1, "c1", "01").record(0, 0, 2, "c3", "0202").record(0, 0, 3, "c5", "03")
				.record(0, 1, 1, "c7", "11").record(0, 14, 1, "d1", "e1");
		program = new Program(disk.device(folder));
	}

	@Test
	void equalGivesStatusModifier() {
		program.write(SEEK, "0000 0000 0000");
		assertThat(program.write(SEARCH_ID_EQUAL, "0000 0000 02").status()).as("record 0").isEqualTo(0x0C);
		assertThat(program.write(SEARCH_ID_EQUAL, "0000 0000 02").status()).as("record 1").isEqualTo(0x0C);
		assertThat(program.write(SEARCH_ID_EQUAL, "0000 0000 02").status()).as("record 2").isEqualTo(0x4C);
		assertThat(program.read(0x06, 10).data()).isEqualTo("0202");
	}

	@Test
	void aSearchTakesAllOfItsArgumentUnlessNoRecordIsThereToCompareItWith() {
		program.write(SEEK, "0000 0000 0000");
		assertThat(program.write(SEARCH_ID_EQUAL, "0000 0000 09").residual()).as("unequal").isZero();
		while (program.write(SEARCH_ID_EQUAL, "0000 0000 09").status() == 0x0C) {
			assertThat(program.residual()).isZero();
		}
		assertThat(program.status()).as("no record found").isEqualTo(0x0E);
		assertThat(program.residual()).isEqualTo(5);
	}

	@Test
	void highAndEqualOrHigh() {
		program.write(SEEK, "0000 0000 0000");
		assertThat(program.write(0x51, "0000 0000 00").status()).as("record 0 is not high").isEqualTo(0x0C);
		assertThat(program.write(0x51, "0000 0000 00").status()).as("record 1 is").isEqualTo(0x4C);
		assertThat(program.write(0x71, "0000 0000 02").status()).as("record 2 is equal").isEqualTo(0x4C);
	}

	@Test
	void keySearchesPassRecordZero() {
		program.write(SEEK, "0000 0000 0000");
		assertThat(program.write(SEARCH_KEY_EQUAL, "c1").status()).isEqualTo(0x4C);
		assertThat(program.write(0x49, "c1").status()).as("c3 is high").isEqualTo(0x4C);
		assertThat(program.read(0x06, 10).data()).isEqualTo("0202");
	}

	@Test
	void theSecondIndexWithoutARecordReadIsNoRecordFound() {
		program.write(SEEK, "0000 0000 0000");
		int searches = 0;
		while (program.write(SEARCH_ID_EQUAL, "0000 0000 09").status() == 0x0C) {
			assertThat(++searches).isLessThan(100);
		}
		assertThat(searches).as("four records, twice around").isEqualTo(8);
		assertThat(program.status()).isEqualTo(0x0E);
		assertThat(program.sense(8)).isEqualTo("0008000000000000");
	}

	@Test
	void multitrackSearchesEndAtTheEndOfTheCylinder() {
		program.write(SEEK, "0000 0000 0000");
		int searches = 0;
		while (program.write(0xA9, "d1").status() == 0x0C) {
			assertThat(++searches).isLessThan(100);
		}
		assertThat(program.status()).as("on track 14").isEqualTo(0x4C);
		assertThat(program.read(0x06, 10).data()).isEqualTo("e1");
		while (program.write(0xA9, "00").status() == 0x0C) {
			assertThat(++searches).isLessThan(100);
		}
		assertThat(program.status()).isEqualTo(0x0E);
		assertThat(program.sense(8)).as("end of cylinder").isEqualTo("00200000" + "00000e00");
	}

	@Test
	void searchHomeAddressLooksAtTheTrackItIsOn() {
		program.write(SEEK, "0000 0000 0001");
		assertThat(program.write(0x39, "0000 0001").status()).isEqualTo(0x4C);
		assertThat(program.read(0x16, 100).data()).as("record 0").isEqualTo("0000000100000008" + "0000000000000000");
		assertThat(program.write(0x39, "0000 0002").status()).isEqualTo(0x0C);
	}

	@Test
	void readCountAndReadCkd() {
		program.write(SEEK, "0000 0000 0000");
		assertThat(program.read(0x12, 20).data()).isEqualTo("0000000001010001");
		assertThat(program.read(0x1E, 20).data()).isEqualTo("0000000002010002" + "c3" + "0202");
		assertThat(program.read(0x0E, 20).data()).isEqualTo("c5" + "03");
	}

	@Test
	void readMultipleCkdGivesTheRestOfTheTrack() {
		program.write(SEEK, "0000 0000 0000").read(0x12, 8);
		assertThat(program.read(0x5E, 100).data()).isEqualTo("0000000002010002c30202" + "0000000003010001c503");
	}

	@Test
	void aReadNeedsASeekBeforeIt() {
		assertThat(program.read(0x06, 10).status()).isEqualTo(0x0E);
		assertThat(program.sense(8)).isEqualTo("8000000000000002");
	}

	@Test
	void aSeekAddressThatTheDiskHasNotIsRejected() {
		for (String address : new String[] {"0001 0000 0000", "0000 0002 0000", "0000 0000 000f"}) {
			assertThat(program.write(SEEK, address).status()).as(address).isEqualTo(0x0E);
			assertThat(program.sense(8)).isEqualTo("8000000000000004");
		}
	}

	@Test
	void theFileMaskInhibitsSeeks() {
		program.write(0x1F, "18");
		assertThat(program.write(SEEK, "0000 0000 0000").status()).isEqualTo(0x0E);
		assertThat(program.sense(8)).isEqualTo("0004000000000000");
		program.again().write(0x1F, "08");
		assertThat(program.write(SEEK, "0000 0000 0000").status()).isEqualTo(0x0E);
		program.again().write(0x1F, "08");
		assertThat(program.write(0x0B, "0000 0001 0000").status()).as("seek cylinder").isEqualTo(0x0C);
		assertThat(program.write(0x1B, "0000 0000 0003").status()).as("seek head").isEqualTo(0x0C);
		assertThat(program.read(0x1A, 5).data()).as("home address").isEqualTo("0000010003");
	}

	@Test
	void theFileMaskCanBeSetOnce() {
		assertThat(program.write(0x1F, "00").status()).isEqualTo(0x0C);
		assertThat(program.write(0x1F, "00").status()).isEqualTo(0x0E);
	}

	@Test
	void readIplGivesTheFirstRecordOfTheDisk() {
		assertThat(program.read(0x02, 24).data()).isEqualTo("01");
		assertThat(program.read(0x06, 24).data()).isEqualTo("0202");
	}

	@Test
	void readSectorSaysWhereTheRecordPassesThatWasProcessedLast(@TempDir Path folder) throws Exception {
		CkdDisk disk = new CkdDisk(1);
		for (int r = 1; r <= 12; r++) {
			disk.record(0, 0, r, "", "00".repeat(4096));
		}
		Program program = new Program(disk.device(folder));
		assertThat(program.write(0x07, "0000 0000 0000").read(0x22, 1).data()).as("no record passed yet").isEqualTo("00");
		for (int r = 1; r <= 12; r++) {
			program.again().write(0x07, "0000 0000 0000");
			do {
				program.write(0x31, String.format("00000000%02x", r));
			} while ((program.status() & 0x40) == 0);
			program.read(0x06, 4096);
			// The formula that Linux computes sector numbers with, for blocks of 4,096 bytes: 10 + 130 cells a record.
			int cells = 9 + (4096 + 6 * (18 + 1) + 33) / 34;
			assertThat(program.read(0x22, 1).data()).as("record %d", r).isEqualTo(String.format("%02x", (49 + (r - 1) * (10 + cells)) / 8));
		}
	}
}
