// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ccwbench.channel.TestMachine.*;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ccwbench.storage.Bytes;
import org.junit.jupiter.api.Test;

/** Condition codes and program exceptions of the I/O instructions (PoP SA22-7832, chapter 14). */
class InstructionTest {
	private static final int NOWHERE = 0x0001_004D;
	private final TestMachine m = new TestMachine();
	private final ChannelSubsystem css = m.css;

	@Test
	void theSchibOfAFreshSubchannelShowsItsDeviceAndPath() {
		css.attach(7, 0x0590, new TestDevice());
		assertThat(css.stsch(0x0001_0007, 0x6000)).isZero();
		assertThat(m.stored(0x6000, 52)).isEqualTo("00000000" + "00010590" + "80000080" + "0000FF80" + "05000000"
				+ "00000000".repeat(8));
	}

	@Test
	void aStartShowsParameterPathAndStatusInTheSchib() {
		m.ccw(0x03, SLI, 1, 0);
		m.start(FORMAT1);
		css.advance(100);
		css.stsch(SID, 0x6000);
		assertThat(m.stored(0x6000, 52)).isEqualTo("00ABCDEF" + "00810120" + "80008080" + "0000FF80" + "01000000"
				+ "00000000".repeat(2) + "00804007" + "00010008" + "0C000001" + "00000000".repeat(3));
	}

	@Test
	void aSubchannelThatIsNotThereGivesConditionCode3() {
		byte[] schib = new byte[52];
		assertThat(css.stsch(NOWHERE, schib)).isEqualTo(3);
		assertThat(css.msch(NOWHERE, schib)).isEqualTo(3);
		assertThat(css.ssch(NOWHERE, new byte[12])).isEqualTo(3);
		assertThat(css.tsch(NOWHERE, new byte[96])).isEqualTo(3);
		assertThat(css.rsch(NOWHERE)).isEqualTo(3);
		assertThat(css.hsch(NOWHERE)).isEqualTo(3);
		assertThat(css.csch(NOWHERE)).isEqualTo(3);
		assertThat(css.xsch(NOWHERE)).isEqualTo(3);
	}

	@Test
	void aSubchannelThatIsNotEnabledIsNotOperationalButCanBeStoredAndModified() {
		css.attach(1, 0x0121, new TestDevice());
		int sid = 0x0001_0001;
		assertThat(css.ssch(sid, new byte[12])).isEqualTo(3);
		assertThat(css.tsch(sid, new byte[96])).isEqualTo(3);
		assertThat(css.csch(sid)).isEqualTo(3);
		assertThat(css.stsch(sid, new byte[52])).isZero();
		m.enable(sid, 0);
		assertThat(css.tsch(sid, new byte[96])).isEqualTo(1);
	}

	@Test
	void theIdentificationWordMustHaveBit15AndNoOtherOfItsLeftHalf() {
		for (int sid : new int[] { 0, 0x0002_0000, 0x0003_0000, 0x8001_0000 }) {
			interrupts(0x15, () -> css.stsch(sid, new byte[52]));
			interrupts(0x15, () -> css.csch(sid));
		}
	}

	@Test
	void operandsLieOnWordsInStorage() {
		interrupts(0x06, () -> css.ssch(SID, 0x5002));
		interrupts(0x06, () -> css.stsch(SID, 0x6001));
		interrupts(0x06, () -> css.msch(SID, 0x6002));
		interrupts(0x06, () -> css.tsch(SID, 0x7003));
		interrupts(0x06, () -> css.tpi(0x7002));
		interrupts(0x05, () -> css.ssch(SID, 0x3FFFF8));
		interrupts(0x05, () -> css.tsch(SID, 0x400000));
	}

	@Test
	void reservedBitsOfTheOrbAreOperandExceptions() {
		for (int bit = 26; bit <= 30; bit++) {
			int word1 = FORMAT1 | 1 << 31 - bit;
			interrupts(0x15, () -> m.start(word1));
		}
		interrupts(0x15, () -> m.start(FORMAT1 | 0x0004_0000));
		interrupts(0x15, () -> m.start(FORMAT1, 0x8001_0000));
		interrupts(0x15, () -> m.start(-1, -1));
	}

	@Test
	void streamingModificationSynchronizationAndExtensionBitsAreAccepted() {
		m.ccw(0x03, SLI, 1, 0);
		assertThat(m.run(FORMAT1 | 0x0700_0001)).isEqualTo("00804007 00010008 0C000001");
	}

	@Test
	void noPathInTheMaskIsConditionCode3AndChangesNothing() {
		assertThat(m.start(0x0080_4000)).isEqualTo(3);
		assertThat(Bytes.get32(m.subchannel.schib(), 0)).isZero();
	}

	@Test
	void msChRefusesReservedBitsAndLimitMode3() {
		for (int bit : new int[] { 0x8000_0000, 0x4000_0000, 0x0200_0000, 0x0100_0000, 0x0060_0000 }) {
			byte[] schib = m.subchannel.schib();
			Bytes.put32(schib, 4, Bytes.get32(schib, 4) | bit);
			interrupts(0x15, () -> css.msch(SID, schib));
		}
	}

	@Test
	void mschChangesWhatProgramsMayChangeAndNothingElse() {
		byte[] schib = new byte[52];
		java.util.Arrays.fill(schib, 0, 24, (byte) 0xFF);
		Bytes.put32(schib, 4, 0x38DC_FFFF);
		Bytes.put32(schib, 24, 0x7);
		assertThat(css.msch(SID, schib)).isZero();
		assertThat(java.util.HexFormat.of().withUpperCase().formatHex(m.subchannel.schib(), 0, 28))
				.isEqualTo("FFFFFFFF" + "38DD0120" + "FF000080" + "FFFFFF80" + "01000000" + "00000000" + "00000007");
	}

	@Test
	void statusPendingIsConditionCode1AndBusyIs2() {
		m.ccw(0x0A, 0, 80, 0x20000);
		m.start(FORMAT1);
		css.advance(100);
		assertThat(m.start(FORMAT1)).isEqualTo(2);
		assertThat(css.msch(SID, m.subchannel.schib())).isEqualTo(2);
		assertThat(css.rsch(SID)).isEqualTo(2);
		assertThat(css.xsch(SID)).isEqualTo(2);
		m.device.type(new byte[80]);
		assertThat(m.start(FORMAT1)).isEqualTo(1);
		assertThat(css.msch(SID, m.subchannel.schib())).isEqualTo(1);
		assertThat(css.rsch(SID)).isEqualTo(1);
		assertThat(css.hsch(SID)).isEqualTo(1);
		assertThat(css.xsch(SID)).isEqualTo(1);
	}

	@Test
	void aSecondTestSubchannelFindsNothingAndTheOldScswWithoutStatusControl() {
		m.ccw(0x03, SLI, 1, 0);
		m.run(FORMAT1);
		byte[] irb = new byte[96];
		assertThat(css.tsch(SID, irb)).isEqualTo(1);
		assertThat(TestMachine.text(irb, 0)).isEqualTo("00800000 00010008 0C000001");
	}

	@Test
	void anIdleSubchannelHasNothingToResumeOrCancel() {
		assertThat(css.rsch(SID)).isEqualTo(2);
		assertThat(css.xsch(SID)).isEqualTo(2);
	}

	@Test
	void cancelTakesBackAStartThatHasNotBegun() {
		m.ccw(0x03, SLI, 1, 0);
		m.start(FORMAT1);
		assertThat(css.xsch(SID)).isZero();
		css.advance(100);
		assertThat(m.device.executed).isZero();
		assertThat(css.interruptionPending()).isFalse();
		assertThat(m.run(FORMAT1)).isEqualTo("00804007 00010008 0C000001");
	}

	@Test
	void theAddressLimitIsAMultipleOf64KBelow2G() {
		css.sal(0x7FFF_0000);
		interrupts(0x15, () -> css.sal(0x1000));
		interrupts(0x15, () -> css.sal(0x8000_0000L));
	}

	private static void interrupts(int code, ThrowingCallable instruction) {
		assertThatThrownBy(instruction).isInstanceOfSatisfying(ProgramInterruption.class,
				e -> assertThat(e.code()).isEqualTo(code));
	}
}
