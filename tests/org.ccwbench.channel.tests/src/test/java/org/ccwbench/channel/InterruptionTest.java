// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccwbench.channel.TestMachine.*;

import java.util.HexFormat;
import org.ccwbench.storage.Bytes;
import org.junit.jupiter.api.Test;

/** What interruptions there are, in which order, and what TEST SUBCHANNEL clears (PoP SA22-7832, chapters 14 to 16). */
class InterruptionTest {
	private static final int SUSPENDABLE = FORMAT1 | 0x0800_0000;
	private static final int SUPPRESS = 0x0008_0000;
	private static final int INITIAL_STATUS = 0x0020_0000;
	private final TestMachine m = new TestMachine();
	private final ChannelSubsystem css = m.css;

	@Test
	void programControlledInterruptionComesWithItsCcwAndTheProgramGoesOn() {
		m.ccw(0x03, CC | SLI | PCI, 1, 0).ccw(0x03, SLI, 1, 0);
		m.start(FORMAT1);
		css.step();
		css.step();
		assertThat(m.scsw()).isEqualTo("008040C9 00010008 00800000");
		css.advance(100);
		assertThat(m.scsw()).isEqualTo("00804007 00010010 0C000001");
	}

	@Test
	void pciThatNobodyTookIsShownOnceTogetherWithTheEnd() {
		m.ccw(0x03, CC | SLI | PCI, 1, 0).ccw(0x03, SLI, 1, 0);
		assertThat(m.run(FORMAT1)).isEqualTo("0080400F 00010010 0C800001");
		assertThat(css.interruptionPending()).isFalse();
		assertThat(css.tsch(SID, new byte[96])).isEqualTo(1);
	}

	@Test
	void initialStatusIsAskedForAndComesBeforeTheEnd() {
		m.ccw(0x02, SLI, 80, 0x20000);
		m.start(FORMAT1 | INITIAL_STATUS);
		css.step();
		css.step();
		assertThat(m.scsw()).isEqualTo("00A440C9 00010008 00000000");
		css.advance(100);
		assertThat(m.scsw()).isEqualTo("00A04007 00010008 0C000000");
	}

	@Test
	void anImmediateOperationAloneHasNoInitialStatusInterruption() {
		m.ccw(0x03, SLI, 1, 0);
		assertThat(m.run(FORMAT1 | INITIAL_STATUS)).isEqualTo("00A04007 00010008 0C000001");
	}

	@Test
	void aSuspendedProgramWaitsAtTheCcwAndGoesOnWithItWhenResumed() {
		m.ccw(0x03, CC | SLI, 1, 0).ccw(0x02, SUSPEND | SLI, 12, 0x20000);
		assertThat(m.run(SUSPENDABLE)).isEqualTo("08804029 00010010 0000000C");
		assertThat(css.rsch(SID)).isZero();
		css.advance(100);
		assertThat(m.scsw()).as("the flag still stands").isEqualTo("08804029 00010010 0000000C");
		m.storage.store8(PROGRAM + 9, SLI);
		assertThat(css.rsch(SID)).isZero();
		assertThat(css.rsch(SID)).as("resume pending").isEqualTo(2);
		css.advance(100);
		assertThat(m.scsw()).isEqualTo("08804007 00010010 0C000000");
	}

	@Test
	void theSuspendedInterruptionCanBeSuppressed() {
		m.ccw(0x02, SUSPEND | SLI, 12, 0x20000);
		m.start(SUSPENDABLE | SUPPRESS);
		css.advance(100);
		assertThat(css.interruptionPending()).isFalse();
		assertThat(TestMachine.text(m.subchannel.schib(), 28)).isEqualTo("08884020 00010008 0000000C");
		m.storage.store8(PROGRAM + 1, SLI);
		assertThat(css.rsch(SID)).isZero();
		css.advance(100);
		assertThat(m.scsw()).isEqualTo("08884007 00010008 0C000000");
	}

	@Test
	void aSuspendedProgramCanBeCancelledOrCleared() {
		m.ccw(0x03, SUSPEND | SLI, 1, 0);
		m.run(SUSPENDABLE);
		assertThat(css.xsch(SID)).isZero();
		assertThat(css.rsch(SID)).isEqualTo(2);
		m.run(SUSPENDABLE);
		assertThat(css.csch(SID)).isZero();
		css.advance(100);
		assertThat(m.scsw()).isEqualTo("00001001 00000000 00000000");
	}

	@Test
	void suspendFlagInADataChainedCcwIsAProgramCheck() {
		m.ccw(0x02, CD, 40, 0x20000).ccw(0, SUSPEND, 40, 0x20100);
		assertThat(m.run(SUSPENDABLE)).isEqualTo("08804017 00010010 0C200000");
	}

	@Test
	void interruptionsComeBySubclassAndThenInTheirOrder() {
		for (int i = 1; i <= 3; i++) {
			css.attach(i, 0x0120 + i, new TestDevice());
			m.enable(SID + i, (4 - i) / 2 << 27);
		}
		m.ccw(0x03, SLI, 1, 0);
		byte[] orb = HexFormat.of().parseHex("00ABCDEF" + "00808000" + "00010000");
		for (int i = 1; i <= 3; i++) {
			Bytes.put32(orb, 0, 0x1000 + i);
			css.ssch(SID + i, orb);
		}
		css.advance(100);
		byte[] code = new byte[12];
		assertThat(css.tpi(code)).isEqualTo(1);
		assertThat(TestMachine.text(code, 0)).as("subclass 0 first").isEqualTo("00010003 00001003 00000000");
		assertThat(css.tpi(0)).isEqualTo(1);
		assertThat(m.stored(184, 12)).as("then first come").isEqualTo("00010001" + "00001001" + "08000000");
		assertThat(css.tpi(0x7000)).isEqualTo(1);
		assertThat(m.stored(0x7000, 12)).as("two words only").isEqualTo("00010002" + "00001002" + "00000000");
		assertThat(css.tpi(code)).isZero();
		assertThat(css.tsch(SID + 3, new byte[96])).as("status is still pending").isZero();
	}

	@Test
	void testSubchannelTakesTheInterruptionToo() {
		m.ccw(0x03, SLI, 1, 0);
		m.run(FORMAT1);
		assertThat(css.tpi(new byte[12])).isZero();
	}

	@Test
	void haltingAnIdleSubchannelMakesItStatusPendingAlone() {
		assertThat(css.hsch(SID)).isZero();
		assertThat(css.hsch(SID)).as("halt in progress").isEqualTo(2);
		css.advance(100);
		assertThat(m.scsw()).isEqualTo("00002001 00000000 00000000");
	}

	@Test
	void haltAndClearEndAnEndlessProgramAtOnce() {
		m.ccw(0x31, CC, 4, 0x18000).ccw(0x08, 0, 0, PROGRAM);
		m.start(FORMAT1);
		css.advance(10_000);
		assertThat(css.interruptionPending()).isFalse();
		int executed = m.device.executed;
		assertThat(executed).isGreaterThan(1000);
		assertThat(css.hsch(SID)).isZero();
		css.advance(100);
		assertThat(m.device.executed).isEqualTo(executed);
		assertThat(m.scsw()).startsWith("00806001 ");
		m.start(FORMAT1);
		css.advance(100);
		assertThat(css.csch(SID)).isZero();
		css.advance(100);
		assertThat(m.scsw()).isEqualTo("00001001 00000000 00000000");
		assertThat(m.device.resets).isEqualTo(1);
		assertThat(css.step()).as("nothing left to do").isFalse();
	}

	@Test
	void haltEndsACommandThatTheDeviceIsStillAt() {
		m.ccw(0x0A, 0, 80, 0x20000);
		m.start(FORMAT1);
		css.advance(100);
		assertThat(css.hsch(SID)).isZero();
		css.advance(100);
		assertThat(m.scsw()).isEqualTo("00806001 00010008 00000000");
		assertThat(m.device.halts).isEqualTo(1);
	}

	@Test
	void clearForgetsPendingStatusAndTheLastPath() {
		m.ccw(0x03, SLI, 1, 0);
		m.start(FORMAT1);
		css.advance(100);
		assertThat(css.csch(SID)).isZero();
		assertThat(css.interruptionPending()).isFalse();
		css.advance(100);
		assertThat(m.scsw()).isEqualTo("00001001 00000000 00000000");
		assertThat(TestMachine.text(m.subchannel.schib(), 4)).isEqualTo("00810120 80000080 0000FF80");
	}

	@Test
	void waitingEndsWithTheFirstInterruptionAndTimeStandsThere() {
		m.ccw(0x03, CC | SLI, 1, 0).ccw(0x03, CC | SLI | PCI, 1, 0).ccw(0x03, CC | SLI, 1, 0).ccw(0x03, SLI, 1, 0);
		m.start(FORMAT1);
		assertThat(css.await(1000)).isTrue();
		assertThat(m.device.executed).as("the command with PCI is being executed").isEqualTo(2);
		assertThat(m.scsw()).startsWith("008040C9 00010010 0080");
		assertThat(css.await(0)).as("nothing more is due yet").isFalse();
		assertThat(css.await(1000)).isTrue();
		assertThat(m.scsw()).isEqualTo("00804007 00010020 0C000001");
		long now = css.now();
		assertThat(css.await(1000)).as("nothing goes on").isFalse();
		assertThat(css.now()).isEqualTo(now);
	}

	@Test
	void chainedCommandsOfSeveralSubchannelsTakeTurns() {
		StringBuilder order = new StringBuilder();
		css.listener(new ChannelListener() {
			@Override
			public void commandStarted(int subchannel, int command) {
				order.append(subchannel);
			}
		});
		css.attach(1, 0x0121, new TestDevice());
		m.enable(SID + 1, 0);
		m.ccw(0x03, CC | SLI, 1, 0).ccw(0x03, CC | SLI, 1, 0).ccw(0x03, SLI, 1, 0);
		byte[] orb = HexFormat.of().parseHex("00ABCDEF" + "00808000" + "00010000");
		css.ssch(SID, orb);
		css.ssch(SID + 1, orb);
		css.advance(1000);
		assertThat(order).hasToString("010101");
	}
}
