// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccwbench.channel.TestMachine.*;

import org.junit.jupiter.api.Test;

/** Form of CCWs and of the chain (PoP SA22-7832, chapters 15 and 16). CPA is always the failing or last CCW + 8. */
class CcwFormTest {
	private final TestMachine m = new TestMachine();

	@Test
	void aChainEndsWithTheAddressOfItsLastCcwPlusEight() {
		m.ccw(0x03, CC, 1, 0).ccw(0x03, SLI, 1, 0);
		assertThat(m.run(FORMAT1)).isEqualTo("00804007 00010010 0C000001");
		assertThat(m.device.executed).isEqualTo(2);
		assertThat(m.device.chainsEnded).isEqualTo(1);
	}

	@Test
	void aTicToATicIsAProgramCheckAtTheSecond() {
		m.ccw(0x03, CC | SLI, 1, 0).ccw(0x08, 0, 0, 0x10010).ccw(0x08, 0, 0, 0x10018).ccw(0x03, 0, 0, 0);
		assertThat(m.run(FORMAT1)).isEqualTo("00804017 00010018 00200001");
	}

	@Test
	void aLoopThatMovesNoDataIsAnInvalidSequenceAfter256Commands() {
		m.ccw(0x03, CC | SLI, 1, 0).ccw(0x08, 0, 0, PROGRAM);
		assertThat(m.run(FORMAT1)).isEqualTo("00804017 00010010 00200001");
		assertThat(m.device.executed).isEqualTo(256);
	}

	@Test
	void moreThan256CommandsWithoutDataMayFollowOneAnother() {
		for (int i = 0; i < 600; i++) {
			m.ccw(0x03, CC, 0, 0);
		}
		m.ccw(0x08, 0, 0, 0x20000).at(0x20000).ccw(0x03, 0, 0, 0);
		assertThat(m.run(FORMAT1)).isEqualTo("00804007 00020008 0C000000");
		assertThat(m.device.executed).isEqualTo(601);
	}

	@Test
	void aLoopThatMovesDataGoesOnUntilItIsHalted() {
		m.ccw(0x02, CC | SLI | SKIP, 1, 0).ccw(0x08, 0, 0, PROGRAM);
		assertThat(m.start(FORMAT1)).isZero();
		m.css.advance(100_000);
		assertThat(m.css.interruptionPending()).isFalse();
		assertThat(m.device.executed).isGreaterThan(10_000);
	}

	@Test
	void aTicMayBeTheFirstCcw() {
		m.ccw(0x08, 0, 0, 0x10010).ccw(0, 0, 0, 0).ccw(0x03, SLI, 1, 0);
		assertThat(m.run(FORMAT1)).isEqualTo("00804007 00010018 0C000001");
	}

	@Test
	void aFormat1TicWithFlagsOrCountOrHighNibbleIsAProgramCheck() {
		for (int[] tic : new int[][] { { 0x08, CC, 0 }, { 0x08, 0, 1 }, { 0x18, 0, 0 } }) {
			m.at(PROGRAM).ccw(0x03, CC, 0, 0).ccw(tic[0], tic[1], tic[2], 0x10010).ccw(0x03, 0, 0, 0);
			assertThat(m.run(FORMAT1)).isEqualTo("00804017 00010010 00200000");
		}
	}

	@Test
	void aFormat0TicIgnoresNibbleFlagsAndCount() {
		m.ccw0(0x03, 0, CC | SLI, 1).ccw0(0x18, 0x10010, 0xFF, 1).ccw0(0x03, 0, SLI, 1);
		assertThat(m.run(FORMAT0)).isEqualTo("00004007 00010018 0C000001");
	}

	@Test
	void aTicToNowhereIsAProgramCheckAtTheTic() {
		for (int target : new int[] { 0x400000, 0x10004, 0x8001_0010 }) {
			m.at(PROGRAM).ccw(0x03, CC, 0, 0).ccw(0x08, 0, 0, target);
			assertThat(m.run(FORMAT1)).isEqualTo("00804017 00010010 00200000");
		}
	}

	@Test
	void aCommandOfZeroNibbleIsAProgramCheckUnlessDataChained() {
		m.ccw(0xF0, 0, 1, 0x20000);
		assertThat(m.run(FORMAT1)).isEqualTo("00804017 00010008 00200000");
		m.at(PROGRAM).ccw(0x02, CD, 40, 0x20000).ccw(0xF0, 0, 40, 0x20100);
		assertThat(m.run(FORMAT1)).isEqualTo("00804007 00010010 0C000000");
	}

	@Test
	void countZeroIsLegalInFormat1Only() {
		m.ccw(0x03, 0, 0, 0);
		assertThat(m.run(FORMAT1)).isEqualTo("00804007 00010008 0C000000");
		m.at(PROGRAM).ccw0(0x03, 0, SLI, 0);
		assertThat(m.run(FORMAT0)).isEqualTo("00004017 00010008 00200000");
	}

	@Test
	void countZeroWithOrAfterChainDataIsAProgramCheck() {
		m.ccw(0x02, CD, 0, 0x20000).ccw(0, 0, 80, 0x20000);
		assertThat(m.run(FORMAT1)).isEqualTo("00804017 00010008 00200000");
		m.at(PROGRAM).ccw(0x02, CD, 40, 0x20000).ccw(0, 0, 0, 0x20100);
		assertThat(m.run(FORMAT1)).isEqualTo("00804017 00010010 0C200000");
	}

	@Test
	void bit32OfAFormat1CcwMustBeZeroEvenWhenSkipping() {
		m.ccw(0x02, SKIP | SLI, 80, 0x8002_0000);
		assertThat(m.run(FORMAT1)).isEqualTo("00804017 00010008 00200000");
	}

	@Test
	void flagsThatTheOrbDoesNotAllowAreProgramChecks() {
		m.ccw(0x02, SUSPEND, 80, 0x20000);
		assertThat(m.run(FORMAT1)).isEqualTo("00804017 00010008 00200000");
		m.at(PROGRAM).ccw(0x02, MIDA, 80, 0x20000);
		assertThat(m.run(FORMAT1)).isEqualTo("00804017 00010008 00200000");
		m.at(PROGRAM).ccw(0x02, MIDA | IDA, 80, 0x20000);
		assertThat(m.run(FORMAT1 | 0x40)).isEqualTo("00804017 00010008 00200000");
	}

	@Test
	void theProgramMustBeAlignedAndInStorage() {
		assertThat(m.start(FORMAT1, 0x10004)).isZero();
		m.css.advance(100);
		assertThat(m.scsw()).isEqualTo("00804017 0001000C 00200000");
		m.at(0x3FFFF8).ccw(0x03, CC | SLI, 1, 0);
		assertThat(m.start(FORMAT1, 0x3FFFF8)).isZero();
		m.css.advance(100);
		assertThat(m.scsw()).isEqualTo("00804017 00400008 00200001");
	}

	@Test
	void aProgramThatReadsItsNextCcwExecutesWhatItRead() {
		// The record is a no-operation that chains no further.
		m.device.record = new byte[] { 0x03, 0x20, 0, 1, 0, 0, 0, 0 };
		m.ccw(0x02, CC, 8, PROGRAM + 8).ccw(0xF0, 0, 0, 0);
		assertThat(m.run(FORMAT1)).isEqualTo("00804007 00010010 0C000001");
	}

	@Test
	void statusModifierSkipsOneCcw() {
		m.storage.store32(0x18000, 0x0102_0304);
		m.ccw(0x31, CC, 4, 0x18000).ccw(0x08, 0, 0, PROGRAM).ccw(0x03, 0, 0, 0);
		assertThat(m.run(FORMAT1)).isEqualTo("00804007 00010018 0C000000");
		assertThat(m.device.executed).isEqualTo(2);
		assertThat(m.device.sawPrevious).isEqualTo(0x31);
	}

	@Test
	void unitExceptionAndUnitCheckEndTheChain() {
		m.ccw(0x63, CC, 0, 0).ccw(0x03, 0, 0, 0);
		assertThat(m.run(FORMAT1)).isEqualTo("00804017 00010008 0D000000");
		m.at(PROGRAM).ccw(0xAB, CC, 0, 0).ccw(0x03, 0, 0, 0);
		assertThat(m.run(FORMAT1)).isEqualTo("00804017 00010008 0E000000");
	}

	@Test
	void commandRetryExecutesTheSameCcwAgainUnseen() {
		m.ccw(0x23, CC, 0, 0).ccw(0x03, 0, 0, 0);
		assertThat(m.run(FORMAT1)).isEqualTo("00804007 00010010 0C000000");
		assertThat(m.device.executed).isEqualTo(3);
		assertThat(m.device.sawPrevious).isEqualTo(0x23);
	}

	@Test
	void theDeviceSeesWhetherItsCommandIsChained() {
		m.ccw(0x03, CC, 0, 0).ccw(0x03, 0, 0, 0);
		m.start(FORMAT1);
		m.css.step();
		m.css.step();
		assertThat(m.device.sawChained).isFalse();
		assertThat(m.device.sawChaining).isTrue();
		m.css.step();
		assertThat(m.device.sawChained).isTrue();
		assertThat(m.device.sawChaining).isFalse();
	}
}
