// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccwbench.channel.TestMachine.*;

import org.junit.jupiter.api.Test;

/** IDALs in their three forms and MIDALs (PoP SA22-7832, chapter 15, "CCW Indirect Data Addressing"). */
class IndirectTest {
	private static final int LIST = 0x1A000;
	private static final int FORMAT2 = FORMAT1 | 0x0002_0000;
	private static final int FORMAT2_2K = FORMAT2 | 0x0001_0000;
	private static final int MIDAWS = FORMAT1 | 0x40;

	private final TestMachine m = new TestMachine();

	@Test
	void format1WordsEndAtEvery2K() {
		m.words(LIST, 0x207FE, 0x22000).ccw(0x02, IDA, 80, LIST);
		assertThat(m.run(FORMAT1)).isEqualTo("00804007 00010008 0C000000");
		assertThat(m.stored(0x207FE, 4)).isEqualTo("01020000");
		assertThat(m.stored(0x22000, 2)).isEqualTo("0304");
	}

	@Test
	void format2WordsEndAtEvery4KOr2K() {
		m.doublewords(LIST, 0x207FE, 0x22000).ccw(0x02, IDA, 80, LIST);
		assertThat(m.run(FORMAT2)).isEqualTo("00804007 00010008 0C000000");
		assertThat(m.stored(0x207FE, 4)).as("4K").isEqualTo("01020304");
		assertThat(m.run(FORMAT2_2K)).isEqualTo("00804007 00010008 0C000000");
		assertThat(m.stored(0x22000, 2)).as("2K").isEqualTo("0304");
	}

	@Test
	void the2KControlCountsOnlyWithFormat2() {
		m.words(LIST, 0x207FE, 0x22000).ccw(0x02, IDA, 80, LIST);
		assertThat(m.run(FORMAT1 | 0x0001_0000)).isEqualTo("00804007 00010008 0C000000");
	}

	@Test
	void aBadLaterWordLeavesTheEarlierBlocksStored() {
		for (int bad : new int[] { 0x22004, 0x400000, 0x8002_2000 }) {
			m.at(PROGRAM).words(LIST, 0x207FE, bad).ccw(0x02, IDA, 80, LIST);
			assertThat(m.run(FORMAT1)).isEqualTo("00804017 00010008 0C200000");
			assertThat(m.stored(0x207FE, 2)).isEqualTo("0102");
		}
	}

	@Test
	void wordsThatAreNotNeededAreNotChecked() {
		m.words(LIST, 0x207B0, 0xFFFF_FFFF).ccw(0x02, IDA, 80, LIST);
		assertThat(m.run(FORMAT1)).isEqualTo("00804007 00010008 0C000000");
		m.at(PROGRAM).words(LIST, 0xFFFF_FFFF).ccw(0x02, IDA | SKIP, 80, LIST);
		assertThat(m.run(FORMAT1)).isEqualTo("00804007 00010008 0C000000");
	}

	@Test
	void aListThatIsNotThereKeepsTheCommandFromTheDevice() {
		for (int list : new int[] { LIST + 2, 0x400000 }) {
			m.at(PROGRAM).ccw(0x02, IDA, 80, list);
			assertThat(m.run(FORMAT1)).isEqualTo("00804017 00010008 00200000");
		}
	}

	@Test
	void aFormat2ListMustLieOnADoubleword() {
		m.doublewords(LIST + 4, 0x20000).ccw(0x02, IDA, 80, LIST + 4);
		assertThat(m.run(FORMAT2)).isEqualTo("00804017 00010008 0C200000");
	}

	@Test
	void aBadFirstWordOnOutputKeepsTheCommandFromTheDevice() {
		m.words(LIST, 0x400000).ccw(0x01, IDA, 80, LIST);
		assertThat(m.run(FORMAT1)).isEqualTo("00804017 00010008 00200000");
		assertThat(m.device.written).isEmpty();
	}

	@Test
	void readBackwardTakesLaterWordsFromTheEndOfTheirBlocks() {
		m.words(LIST, 0x20801, 0x237FF).ccw(0x0C, IDA, 80, LIST);
		assertThat(m.run(FORMAT1)).isEqualTo("00804007 00010008 0C000000");
		assertThat(m.stored(0x20800, 2)).isEqualTo("4F50");
		assertThat(m.stored(0x237FE, 2)).isEqualTo("4D4E");
	}

	@Test
	void midawsTakeAnyAddressAndCount() {
		m.midaw(LIST, 0, 3, 0x20001).midaw(LIST + 16, 0x80, 77, 0x22007).ccw(0x02, MIDA, 80, LIST);
		assertThat(m.run(MIDAWS)).isEqualTo("00804007 00010008 0C000000");
		assertThat(m.stored(0x20000, 5)).isEqualTo("0001020300");
		assertThat(m.stored(0x22007, 2)).isEqualTo("0405");
	}

	@Test
	void aMidawMustHaveACountStayInItsPageAndHaveNoReservedBits() {
		int[][] bad = { { 0x80, 0, 0x20000 }, { 0x80, 80, 0x20FC0 }, { 0x90, 80, 0x20000 }, { 0xA0, 80, 0x20000 },
				{ 0x80, 81, 0x20000 }, { 0x180, 80, 0x20000 }, { 0x80, 80, 0x400000 } };
		for (int[] b : bad) {
			m.at(PROGRAM).midaw(LIST, b[0], b[1], b[2]).ccw(0x02, MIDA, 80, LIST);
			assertThat(m.run(MIDAWS)).as("flags %X, count %d, address %X", b[0], b[1], b[2])
					.isEqualTo("00804017 00010008 0C200000");
		}
	}

	@Test
	void theMidaFlagExcludesTheSkipFlagOfItsCcw() {
		m.midaw(LIST, 0x80, 80, 0x20000).ccw(0x02, MIDA | SKIP, 80, LIST);
		assertThat(m.run(MIDAWS)).isEqualTo("00804017 00010008 00200000");
	}

	@Test
	void theLastMidawMustExhaustTheCount() {
		m.midaw(LIST, 0x80, 10, 0x20000).ccw(0x02, MIDA | SLI, 80, LIST);
		assertThat(m.run(MIDAWS)).isEqualTo("00804017 00010008 0C200000");
		assertThat(m.stored(0x20009, 2)).isEqualTo("0A00");
	}

	@Test
	void aMidalMustNotGoOnInAnotherPage() {
		m.midaw(0x1AFF0, 0, 40, 0x20000).midaw(0x1B000, 0x80, 40, 0x21000).ccw(0x02, MIDA, 80, 0x1AFF0);
		assertThat(m.run(MIDAWS)).isEqualTo("00804017 00010008 0C200000");
		m.at(PROGRAM).ccw(0x02, MIDA, 80, LIST + 8);
		assertThat(m.run(MIDAWS)).as("quadword").isEqualTo("00804017 00010008 00200000");
	}

	@Test
	void everySplitOfAnAreaHoldsTheSameBytes() {
		m.words(LIST, 0x207D8, 0x21000, 0).midaw(LIST + 0x100, 0, 33, 0x24123).midaw(LIST + 0x110, 0x80, 47, 0x25FD1);
		m.ccw(0x02, CC, 80, 0x20000).ccw(0x02, CC | IDA, 80, LIST).ccw(0x02, CC | MIDA, 80, LIST + 0x100)
				.ccw(0x02, CD, 79, 0x28000).ccw(0, 0, 1, 0x29000);
		assertThat(m.run(MIDAWS)).isEqualTo("00804007 00010028 0C000000");
		String whole = m.stored(0x20000, 80);
		assertThat(m.stored(0x207D8, 40) + m.stored(0x21000, 40)).isEqualTo(whole);
		assertThat(m.stored(0x24123, 33) + m.stored(0x25FD1, 47)).isEqualTo(whole);
		assertThat(m.stored(0x28000, 79) + m.stored(0x29000, 1)).isEqualTo(whole);
	}
}
