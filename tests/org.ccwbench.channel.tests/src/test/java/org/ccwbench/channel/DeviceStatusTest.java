// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccwbench.channel.TestMachine.*;

import java.util.HexFormat;
import org.ccwbench.storage.Bytes;
import org.junit.jupiter.api.Test;

/** Status that comes later or unasked, sense, malfunctions and paths (PoP SA22-7832, chapters 15 and 16). */
class DeviceStatusTest {
	private final TestMachine m = new TestMachine();
	private final ChannelSubsystem css = m.css;

	@Test
	void channelEndIsPrimaryAndALaterDeviceEndSecondaryStatus() {
		m.ccw(0x0B, 0, 0, 0);
		m.start(FORMAT1);
		css.advance(100);
		assertThat(m.scsw()).isEqualTo("00804045 00010008 08000000");
		assertThat(css.tsch(SID, new byte[96])).isEqualTo(1);
		css.advance(TestDevice.LATE);
		assertThat(m.scsw()).isEqualTo("00800003 00010008 04000000");
	}

	@Test
	void primaryStatusThatNobodyTookIsShownWithTheSecondary() {
		m.ccw(0x0B, 0, 0, 0);
		assertThat(m.run(FORMAT1)).isEqualTo("00804007 00010008 0C000000");
	}

	@Test
	void aChainWaitsForDeviceEnd() {
		m.ccw(0x0B, CC, 0, 0).ccw(0x03, 0, 0, 0);
		m.start(FORMAT1);
		css.advance(100);
		assertThat(css.interruptionPending()).isFalse();
		assertThat(m.device.executed).isEqualTo(1);
		css.advance(TestDevice.LATE);
		assertThat(m.scsw()).isEqualTo("00804007 00010010 0C000000");
	}

	@Test
	void unitCheckWithALateDeviceEndEndsTheChain() {
		m.ccw(0x53, CC, 0, 0).ccw(0x03, 0, 0, 0);
		assertThat(m.run(FORMAT1)).isEqualTo("00804017 00010008 0E000000");
	}

	@Test
	void aStartWhileDeviceEndIsOwedMeetsItAsDeferredConditionCode1() {
		m.ccw(0x0B, 0, 0, 0);
		m.start(FORMAT1);
		css.advance(100);
		m.scsw();
		assertThat(m.start(FORMAT1)).isZero();
		css.advance(100);
		assertThat(css.interruptionPending()).isFalse();
		css.advance(TestDevice.LATE);
		assertThat(m.scsw()).isEqualTo("01804017 00010000 04000000");
		assertThat(m.device.executed).isEqualTo(1);
	}

	@Test
	void aDeviceMayMoveDataLongAfterItsCommand() {
		m.ccw(0x0A, SLI, 80, 0x20000);
		m.start(FORMAT1);
		css.advance(100_000);
		assertThat(css.interruptionPending()).isFalse();
		assertThat(m.device.type(new byte[] { 1, 2, 3 })).isEqualTo(3);
		assertThat(m.scsw()).isEqualTo("00804007 00010008 0C00004D");
		assertThat(m.stored(0x20000, 4)).isEqualTo("01020300");
	}

	@Test
	void attentionOfAnIdleDeviceIsAlertStatus() {
		m.device.port.present(0x80);
		assertThat(m.scsw()).isEqualTo("00000011 00000000 80000000");
	}

	@Test
	void attentionWaitsUntilTheSubchannelIsFree() {
		m.ccw(0x0A, SLI, 80, 0x20000);
		m.start(FORMAT1);
		css.advance(100);
		m.device.port.present(0x80);
		assertThat(css.interruptionPending()).isFalse();
		m.device.type(new byte[80]);
		assertThat(m.scsw()).isEqualTo("00804007 00010008 0C000000");
		assertThat(m.scsw()).isEqualTo("00800011 00000000 80000000");
	}

	@Test
	void attentionOfADeviceThatIsNotEnabledWaitsForThat() {
		TestDevice other = new TestDevice();
		css.attach(1, 0x0121, other);
		other.port.present(0x80);
		assertThat(css.interruptionPending()).isFalse();
		m.enable(SID + 1, 0);
		assertThat(css.interruptionPending()).isTrue();
	}

	@Test
	void theStartFunctionStaysPendingUntilTheDeviceIsNoLongerBusy() {
		m.ccw(0x73, 0, 0, 0);
		m.start(FORMAT1);
		css.advance(100);
		assertThat(css.interruptionPending()).isFalse();
		assertThat(TestMachine.text(m.subchannel.schib(), 28)).startsWith("00804400");
		css.advance(TestDevice.LATE);
		assertThat(m.scsw()).isEqualTo("00804007 00010008 0C000000");
		assertThat(m.device.executed).isEqualTo(2);
	}

	@Test
	void aBusyControlUnitIsWaitedForUntilControlUnitEnd() {
		m.device.busyStatus = 0x50;
		m.ccw(0x73, 0, 0, 0);
		assertThat(m.run(FORMAT1)).isEqualTo("00804007 00010008 0C000000");
	}

	@Test
	void busyWithOtherStatusIsDeferredConditionCode1() {
		m.device.busyStatus = 0x90;
		m.ccw(0x73, 0, 0, 0);
		assertThat(m.run(FORMAT1)).isEqualTo("01804017 00010008 90000000");
	}

	@Test
	void aStartFunctionThatWaitsForABusyDeviceCanBeHaltedAndCancelled() {
		m.ccw(0x73, 0, 0, 0);
		m.start(FORMAT1);
		css.advance(100);
		assertThat(css.xsch(SID)).isZero();
		m.start(FORMAT1);
		assertThat(css.hsch(SID)).isZero();
		css.advance(100);
		assertThat(m.scsw()).startsWith("00806001");
	}

	@Test
	void busyInAChainIsAlertPrimaryAndSecondary() {
		m.ccw(0x03, CC, 0, 0).ccw(0x73, 0, 0, 0);
		assertThat(m.run(FORMAT1)).isEqualTo("00804017 00010010 10000000");
	}

	@Test
	void concurrentSenseComesWithTheUnitCheckAndIsGoneThen() {
		byte[] schib = m.subchannel.schib();
		Bytes.put32(schib, 24, 1);
		css.msch(SID, schib);
		m.ccw(0xAB, 0, 10, 0x20000);
		m.start(FORMAT1);
		css.advance(100);
		byte[] irb = new byte[96];
		css.tsch(SID, irb);
		assertThat(HexFormat.of().withUpperCase().formatHex(irb, 0, 64)).isEqualTo("00824017" + "00010008" + "0E40000A"
				+ "00800000" + "01180000" + "00000000".repeat(3) + "80000000" + "00000001" + "00000000".repeat(6));
		m.at(PROGRAM).ccw(0x04, 0, 32, 0x20000);
		assertThat(m.run(FORMAT1)).isEqualTo("00804007 00010008 0C000000");
		assertThat(m.stored(0x20000, 8)).isEqualTo("0000000000000000");
	}

	@Test
	void withoutConcurrentSenseTheProgramAsksForIt() {
		m.ccw(0xAB, 0, 0, 0);
		assertThat(m.run(FORMAT1)).isEqualTo("00804017 00010008 0E000000");
		m.at(PROGRAM).ccw(0x04, 0, 32, 0x20000);
		assertThat(m.run(FORMAT1)).isEqualTo("00804007 00010008 0C000000");
		assertThat(m.stored(0x20000, 8)).isEqualTo("8000000000000001");
	}

	@Test
	void channelDataCheckComesAfterTheDataAndInterfaceControlCheckInsteadOfTheCommand() {
		m.ccw(0x03, CC, 0, 0).ccw(0x02, CC, 80, 0x20000).ccw(0x03, 0, 0, 0);
		m.subchannel.inject(ChannelFault.CHANNEL_DATA_CHECK);
		assertThat(m.run(FORMAT1)).isEqualTo("04804017 00010010 0C080000");
		assertThat(m.stored(0x20000, 2)).isEqualTo("0102");
		int executed = m.device.executed;
		m.subchannel.inject(ChannelFault.INTERFACE_CONTROL_CHECK);
		assertThat(m.run(FORMAT1)).isEqualTo("04804017 00010008 00020000");
		assertThat(m.device.executed).isEqualTo(executed);
		m.subchannel.inject(ChannelFault.CHAINING_CHECK);
		assertThat(m.run(FORMAT1)).isEqualTo("00804017 00010010 0C010000");
	}

	@Test
	void aDeviceThatNoPathReachesIsDeferredConditionCode3() {
		m.ccw(0x03, 0, 0, 0);
		m.subchannel.reachable(0);
		assertThat(m.run(FORMAT1)).isEqualTo("03814411 00010000 00000000");
		assertThat(TestMachine.text(m.subchannel.schib(), 4)).isEqualTo("00810120 80800080 00007F80");
	}

	@Test
	void theLeftmostReachablePathIsUsedAndTheOthersAreNoted() {
		TestDevice other = new TestDevice();
		Subchannel s = css.attach(1, 0x0121, other, new Paths(0xC0, 0xC0, 0xFF, 0x1112_0000_0000_0000L));
		m.enable(SID + 1, 0);
		s.reachable(0x40);
		m.ccw(0x03, 0, 0, 0);
		css.ssch(SID + 1, HexFormat.of().parseHex("00000000" + "0080C000" + "00010000"));
		css.advance(100);
		byte[] irb = new byte[96];
		assertThat(css.tsch(SID + 1, irb)).isZero();
		assertThat(TestMachine.text(irb, 0)).isEqualTo("00814007 00010008 0C000000");
		assertThat(irb[13]).isEqualTo((byte) 0x40);
		assertThat(TestMachine.text(s.schib(), 8)).isEqualTo("C08040C0 00007FC0 11120000");
	}

	@Test
	void aPathThatIsLostInTheMiddleOfAChainIsAnInterfaceControlCheckAndThenNotOperational() {
		m.ccw(0x03, CC, 0, 0).ccw(0x03, CC, 0, 0).ccw(0x03, 0, 0, 0);
		int[] commands = new int[1];
		css.malfunctions(new Malfunctions() {
			@Override
			public void selecting(int subchannel, int command, boolean chained) {
				if (++commands[0] == 3) {
					m.subchannel.reachable(0);
				}
			}
		});
		assertThat(m.run(FORMAT1)).isEqualTo("04804017 00010018 00020000");
		assertThat(m.run(FORMAT1)).isEqualTo("03814411 00010000 00000000");
		assertThat(m.device.executed).isEqualTo(2);
	}

	@Test
	void anInterruptionThatIsLostLeavesTheStatusPending() {
		css.malfunctions(new Malfunctions() {
			@Override
			public long late(int subchannel) {
				return -1;
			}
		});
		m.ccw(0x03, 0, 0, 0);
		m.start(FORMAT1);
		css.advance(100);
		assertThat(css.interruptionPending()).isFalse();
		assertThat(m.scsw()).isEqualTo("00804007 00010008 0C000000");
	}

	@Test
	void anInterruptionThatIsLateComesOnce() {
		css.malfunctions(new Malfunctions() {
			@Override
			public long late(int subchannel) {
				return 1000;
			}
		});
		m.ccw(0x03, 0, 0, 0);
		m.start(FORMAT1);
		css.advance(500);
		assertThat(css.interruptionPending(SID)).isFalse();
		css.advance(600);
		assertThat(css.interruptionPending(SID)).isTrue();
		assertThat(m.scsw()).isEqualTo("00804007 00010008 0C000000");
		assertThat(css.interruptionPending()).isFalse();
		assertThat(css.step()).isFalse();
	}

	@Test
	void anInstructionThatIsAnsweredIsNotExecuted() {
		css.malfunctions(new Malfunctions() {
			@Override
			public int answer(IoInstruction instruction, int subchannel) {
				return instruction == IoInstruction.SSCH ? 2 : -1;
			}
		});
		m.ccw(0x03, 0, 0, 0);
		assertThat(m.start(FORMAT1)).isEqualTo(2);
		assertThat(css.step()).isFalse();
		css.malfunctions(Malfunctions.NONE);
		assertThat(m.start(FORMAT1)).isZero();
	}

	@Test
	void aDeviceThatIsTakenAwayInTheMiddleOfItsProgramEndsItWithoutATrace() {
		m.ccw(0x03, CC, 0, 0).ccw(0x0B, 0, 0, 0);
		css.malfunctions(new Malfunctions() {
			@Override
			public void selecting(int subchannel, int command, boolean chained) {
				if (command == 0x0B) {
					css.detach(subchannel);
				}
			}
		});
		m.start(FORMAT1);
		css.advance(10 * TestDevice.LATE);
		assertThat(css.interruptionPending()).isFalse();
		assertThat(css.tsch(SID, new byte[96])).isEqualTo(3);
		assertThat(m.device.executed).isEqualTo(1);
	}
}
