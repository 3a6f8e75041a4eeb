// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ccwbench.channel.TestMachine.*;

import java.util.Arrays;
import java.util.HexFormat;
import org.ccwbench.storage.Bytes;
import org.junit.jupiter.api.Test;

/**
 * Transport mode (PoP SA22-7832, chapters 15 and 16). The layout of the blocks and what a driver makes of the status
 * are as Linux has them (asm/fcx.h, asm/scsw.h, drivers/s390/cio/fcx.c).
 */
class TransportTest {
	private static final int TRANSPORT = 0x0004_8000;
	private static final int TCW = 0x11000;
	private static final int TCCB = 0x11040;
	private static final int TSB = 0x11200;
	private static final int LIST = 0x1A000;
	private static final int DATA = 0x20000;
	private static final int READS = 0x0002_0000;
	private static final int WRITES = 0x0001_0000;
	private static final int INPUT_TIDA = 0x0004_0000;
	private static final int OUTPUT_TIDA = 0x0001_0000;
	private static final int LAST = 0x80;
	private static final int SKIPPED = 0x40;
	private static final int TTIC = 0x10;
	private static final int CBC = 0x08;

	private final TestMachine m = new TestMachine();

	/** A TCW with everything where the constants say, whose block has {@code area} bytes of commands. */
	private void tcw(int flags, int direction, int area, int outputCount, int inputCount) {
		int words = (16 + area + 8 - 20) / 4;
		m.words(TCW, flags, words << 18 | direction);
		m.doublewords(TCW + 8, DATA, DATA, TSB, TCCB);
		m.words(TCW + 40, outputCount, inputCount, 0, 0, 0, 0);
	}

	/** Header, commands in hexadecimal, and a trailer with the transport count. */
	private int block(String commands, int transportCount) {
		byte[] c = HexFormat.of().parseHex(commands.replace(" ", ""));
		m.words(TCCB, 0x7F00_0000, c.length + 12, 0x1FFE_0000, 0);
		m.storage.store(TCCB + 16, c, 0, c.length);
		m.words(TCCB + 16 + c.length, 0, transportCount);
		return c.length;
	}

	private static int transported(int count) {
		return (count + 3 & ~3) + 4;
	}

	private String read(String commands, int count) {
		tcw(0, READS, block(commands, transported(count)), 0, count);
		return run();
	}

	private String write(String commands, int count) {
		tcw(0, WRITES, block(commands, transported(count)), count, 0);
		return run();
	}

	private String run() {
		m.words(TSB, new int[16]);
		assertThat(m.start(TRANSPORT, TCW)).isZero();
		m.css.advance(10_000);
		return m.scsw();
	}

	private String tsb() {
		return m.stored(TSB, 16);
	}

	private void tidaw(int at, int flags, int count, long address) {
		m.storage.store64(at, (long) flags << 56 | count);
		m.storage.store64(at + 8L, address);
	}

	@Test
	void aReadEndsWithTheTransportStatusBlockStored() {
		assertThat(read("02000000 00000050", 80)).as("X, TCW address, FCX status 01").isEqualTo("00104007 00011000 0C000100");
		assertThat(m.stored(DATA, 4)).isEqualTo("01020304");
		assertThat(tsb()).as("32 bytes of I/O status, count valid, residual count 0").isEqualTo("2041000000000000" + "0000000000000000");
	}

	@Test
	void aWriteTakesItsDataFromTheOutputArea() {
		m.words(DATA, 0xC1C2C3C4);
		assertThat(write("01000000 00000050", 80)).isEqualTo("00104007 00011000 0C000100");
		assertThat(m.device.written).hasSize(80).startsWith(0xC1, 0xC2, 0xC3, 0xC4);
	}

	@Test
	void parametersAreControlDataAndCommandsGoOnInTheSameArea() {
		m.device.key = new byte[] { 9, 8, 7, 6 };
		assertThat(read("07400006 00000000 0102030405060000" + "02400000 00000050" + "02000000 00000050", 160))
				.isEqualTo("00104007 00011000 0C000100");
		assertThat(m.device.executed).isEqualTo(3);
		assertThat(m.device.sawChained).isTrue();
		assertThat(m.device.sawPrevious).isEqualTo(0x02);
		assertThat(m.stored(DATA + 80, 4)).isEqualTo("01020304");
	}

	@Test
	void aCommandWithoutDataNeedsNoArea() {
		tcw(0, 0, block("03000000 00000000", 0), 0, 0);
		assertThat(run()).isEqualTo("00104007 00011000 0C000100");
	}

	@Test
	void anAreaMayCrossPagesButATidawNot() {
		tcw(0, READS, block("02000000 00000050", 84), 0, 80);
		m.doublewords(TCW + 16, 0x20FD8);
		assertThat(run()).isEqualTo("00104007 00011000 0C000100");
		assertThat(m.stored(0x21000, 2)).isEqualTo("292A");
		tcw(INPUT_TIDA, READS, block("02000000 00000050", 84), 0, 80);
		m.doublewords(TCW + 16, LIST);
		tidaw(LIST, LAST, 80, 0x20FD8);
		assertThat(run()).isEqualTo("00104017 00011000 00200000");
	}

	@Test
	void tidawsScatterInputAndSkipInTheirTurn() {
		tcw(INPUT_TIDA, READS, block("02000000 00000050", 84), 0, 80);
		m.doublewords(TCW + 16, 0x1AFE0);
		tidaw(0x1AFE0, 0, 10, 0x20000);
		tidaw(0x1AFF0, TTIC, 0, LIST + 0x100);
		tidaw(LIST + 0x100, SKIPPED, 20, 0x22000);
		tidaw(LIST + 0x110, LAST, 50, 0x23001);
		assertThat(run()).isEqualTo("00104007 00011000 0C000100");
		assertThat(m.stored(0x20008, 4)).isEqualTo("090A0000");
		assertThat(m.stored(0x22000, 2)).isEqualTo("0000");
		assertThat(m.stored(0x23000, 4)).isEqualTo("001F2021");
	}

	@Test
	void aListThatIsWrongIsAProgramCheckWithoutStatusOfTheDevice() {
		Object[][] bad = { { "reserved flag", LIST, 0x84, 80, 0L }, { "count 0", LIST, LAST, 0, 0L },
				{ "last too early", LIST, LAST, 40, 0L }, { "not in storage", LIST, LAST, 80, 0x500000L },
				{ "quadword", LIST + 8, LAST, 80, 0L }, { "TTIC and skip", LIST, TTIC | SKIPPED, 0, 0L },
				{ "check bytes on input", LIST, LAST | CBC, 80, 0L }, { "next page without TTIC", 0x1AFF0, 0, 40, 0L } };
		for (Object[] b : bad) {
			tcw(INPUT_TIDA, READS, block("02000000 00000050", 84), 0, 80);
			int at = (int) b[1];
			m.doublewords(TCW + 16, at);
			tidaw(0x1B000, LAST, 40, DATA);
			tidaw(at, (int) b[2], (int) b[3], (long) b[4] == 0 ? DATA : (long) b[4]);
			assertThat(run()).as((String) b[0]).isEqualTo("00104017 00011000 00200000");
			assertThat(tsb()).as("not stored").isEqualTo("0".repeat(32));
		}
		tidaw(LIST, TTIC, 0, LIST + 16);
		tidaw(LIST + 16, TTIC, 0, LIST);
		m.doublewords(TCW + 16, LIST);
		assertThat(run()).as("TTIC to TTIC").isEqualTo("00104017 00011000 00200000");
	}

	@Test
	void checkBytesBetweenStretchesOfOutputCountAndDoNotReachTheDevice() {
		tcw(OUTPUT_TIDA, WRITES, block("01000000 00000050", transported(88)), 88, 0);
		m.doublewords(TCW + 8, LIST);
		tidaw(LIST, CBC, 40, 0x20000);
		tidaw(LIST + 16, LAST | CBC, 40, 0x22000);
		m.words(0x20024, 0x0A0B0C0D).words(0x22000, 0xC1C2C3C4);
		assertThat(run()).isEqualTo("00104007 00011000 0C000100");
		assertThat(Arrays.copyOfRange(m.device.written, 36, 44)).containsExactly(0x0A, 0x0B, 0x0C, 0x0D, 0xC1, 0xC2, 0xC3, 0xC4);
		assertThat(tsb()).startsWith("20410000" + "00000000");
	}

	@Test
	void theCommandBlockMayItselfLieInTheAreasOfAList() {
		tcw(0x0002_0000, READS, block("02000000 00000050", 84), 0, 80);
		m.doublewords(TCW + 32, LIST);
		m.storage.store(0x24000, m.storage.bytes(TCCB + 12, 20), 0, 20);
		m.storage.store(0x25000, m.storage.bytes(TCCB, 12), 0, 12);
		tidaw(LIST, 0, 12, 0x25000);
		tidaw(LIST + 16, LAST, 20, 0x24000);
		assertThat(run()).isEqualTo("00104007 00011000 0C000100");
	}

	@Test
	void onlyInputCanBeSkipped() {
		tcw(OUTPUT_TIDA, WRITES, block("01000000 00000050", 84), 80, 0);
		m.doublewords(TCW + 8, LIST);
		tidaw(LIST, LAST | SKIPPED, 80, 0x2E00_0000_0000_0001L);
		assertThat(run()).as("output").isEqualTo("00104017 00011000 00200000");
		tcw(0x0002_0000, READS, block("02000000 00000050", 84), 0, 80);
		m.doublewords(TCW + 32, LIST);
		tidaw(LIST, LAST | SKIPPED, 32, 0x2E00_0000_0000_0001L);
		assertThat(run()).as("command block").isEqualTo("00104017 00011000 00200000");
	}

	@Test
	void aTcwThatIsWrongIsAProgramCheckBeforeTheDeviceIsSelected() {
		int[][] bad = { { 0, 0x4000_0000 }, { 0, 0x0008_0000 }, { 0, 0x0000_4000 }, { 4, 0x0103_0000 }, { 4, 0x0000_0001 },
				{ 28, TSB + 4 }, { 28, 0x500000 }, { 36, TCCB + 4 }, { 48, 1 }, { 56, 1 } };
		for (int[] b : bad) {
			tcw(0, READS, block("02000000 00000050", 84), 0, 80);
			long old = m.storage.load32(TCW + b[0]);
			m.words(TCW + b[0], b[0] == 4 ? (int) old | b[1] : b[1]);
			assertThat(run()).as("word at %d: %X", b[0], b[1]).isEqualTo("00104017 00011000 00200000");
		}
		assertThat(m.start(TRANSPORT, TCW + 32)).isZero();
		m.css.advance(100);
		assertThat(m.scsw()).as("not on a boundary of 64").isEqualTo("00104017 00011020 00200000");
		assertThat(m.device.executed).isZero();
	}

	@Test
	void theDeviceFindsWhatIsWrongWithTheCommandBlock() {
		Object[][] bad = { { 4, "7E000000", 0, 84, "22" }, { 4, "header", 8, 84, "02" }, { 3, "length", 4, 84, "02" },
				{ 7, "transport count", -1, 88, "02" } };
		for (Object[] b : bad) {
			tcw(0, READS, block("02000000 00000050", (int) b[3]), 0, 80);
			if ((int) b[2] >= 0) {
				m.words(TCCB + (int) b[2], (int) b[2] == 4 ? 24 : 0x7E00_0000);
			}
			assertThat(run()).as("reason %s %s", b[0], b[1]).isEqualTo("00104017 00011000 0C200100");
			assertThat(tsb()).isEqualTo("2002000000000000" + "000000000000000" + b[0]);
		}
		assertThat(m.device.executed).isZero();
	}

	@Test
	void theDeviceSaysWhichCommandIsWrong() {
		assertThat(read("02400000 00000028" + "02200000 00000028", 80)).isEqualTo("00104017 00011000 0C200100");
		assertThat(tsb()).as("reserved flag of the second: offset 8, reason 5").isEqualTo("2082000800000000" + "0000000000000005");
		assertThat(read("02400000 00000050", 80)).as("chains to none").endsWith("0C200100");
		assertThat(read("02000005 00000050", 80)).as("control data beyond the end").endsWith("0C200100");
		assertThat(read("02400000 00000028" + "01000000 00000028", 80)).isEqualTo("00104017 00011000 0C200100");
		assertThat(tsb()).as("a write where only input is designated: reason 6").isEqualTo("2082000800000000" + "0000000000000006");
		assertThat(m.device.executed).isZero();
	}

	@Test
	void unitCheckEndsTheChainAndItsSenseStandsInTheStatusBlock() {
		assertThat(read("02400000 00000028" + "AB400000 00000000" + "02000000 00000028", 80)).startsWith("00104017 00011000 0C40");
		m.device.record = new byte[40];
		assertThat(read("02400000 00000028" + "AB400000 00000000" + "02000000 00000028", 80)).isEqualTo("00104017 00011000 0E000100");
		assertThat(m.stored(TSB, 8)).as("64 bytes, command at offset 8, 40 bytes left").isEqualTo("40C1000800000028");
		assertThat(m.stored(TSB + 32, 8)).isEqualTo("8000000000000001");
		assertThat(m.device.takeSense(new byte[32])).isZero();
	}

	@Test
	void aShortRecordEndsTheChainAndLeavesItsResidualCount() {
		m.device.record = new byte[] { 1, 2, 3 };
		assertThat(read("02400000 00000028" + "02000000 00000028", 80)).isEqualTo("00104017 00011000 0C400100");
		assertThat(tsb()).isEqualTo("20C100000000004D" + "0000000000000000");
		assertThat(m.device.executed).isEqualTo(1);
	}

	@Test
	void aDeviceWithoutTransportModeIsProgramCheckWithQualifier3() {
		m.device.transports = false;
		assertThat(read("02000000 00000050", 80)).isEqualTo("00104017 00011000 00200003");
		m.ccw(0x02, 0, 80, DATA);
		assertThat(m.run(FORMAT1)).as("command mode works").isEqualTo("00804007 00010008 0C000000");
	}

	@Test
	void reservedBitsOfTheOrbAreAnOperandException() {
		for (int word1 : new int[] { 0x0080_0000, 0x0800_0000, 0x0010_0000, 0x0002_0000, 0x0001_0000, 0x80, 0x40 }) {
			assertThatThrownBy(() -> m.start(TRANSPORT | word1, TCW)).as("%X", word1).isInstanceOf(ProgramInterruption.class)
					.extracting(e -> ((ProgramInterruption) e).code()).isEqualTo(0x15);
		}
		tcw(0, READS, block("02000000 00000050", 84), 0, 80);
		assertThat(m.start(TRANSPORT | 1, TCW)).as("the extension bit, which Linux leaves off").isZero();
	}

	@Test
	void keysProtectBlocksDataAndStatus() {
		int key3 = TRANSPORT | 0x3000_0000;
		for (int page : new int[] { TCW, DATA }) {
			tcw(0, READS, block("02000000 00000050", 84), 0, 80);
			m.storage.setKey(TCW, 3 << 3);
			m.storage.setKey(DATA, 3 << 3);
			m.storage.setKey(page, 5 << 3 | 4);
			m.start(key3, TCW);
			m.css.advance(100);
			assertThat(m.scsw()).as("page %X", page).isEqualTo("30104017 00011000 00100000");
			assertThat(m.stored(DATA, 2)).isEqualTo("0000");
		}
	}

	@Test
	void aStatusBlockInTwoPagesNeedsTheKeyOfBoth() {
		m.storage.setKey(TCW, 3 << 3);
		m.storage.setKey(DATA, 3 << 3);
		tcw(0, READS, block("02000000 00000050", 84), 0, 80);
		m.doublewords(TCW + 24, 0x13FE0);
		m.storage.setKey(0x13000, 3 << 3);
		m.storage.setKey(0x14000, 5 << 3);
		m.start(TRANSPORT | 0x3000_0000, TCW);
		m.css.advance(100);
		assertThat(m.scsw()).as("protection check, no block stored").isEqualTo("30104017 00011000 0C100000");
		assertThat(m.stored(0x13FE0, 32)).isEqualTo("0".repeat(64));
		m.storage.setKey(0x14000, 3 << 3);
		m.start(TRANSPORT | 0x3000_0000, TCW);
		m.css.advance(100);
		assertThat(m.scsw()).isEqualTo("30104007 00011000 0C000100");
		assertThat(m.storage.key(0x14000) & 1).as("changed").isEqualTo(1);
	}

	@Test
	void haltAndClearEndAnOperationThatTheDeviceIsAt() {
		tcw(0, READS, block("0A000000 00000050", 84), 0, 80);
		m.start(TRANSPORT, TCW);
		m.css.advance(100);
		assertThat(m.css.interruptionPending()).isFalse();
		assertThat(m.css.xsch(SID)).as("active: nothing to cancel").isEqualTo(2);
		assertThat(m.css.rsch(SID)).as("never suspended").isEqualTo(2);
		assertThat(m.css.hsch(SID)).isZero();
		m.css.advance(100);
		assertThat(m.scsw()).isEqualTo("00106001 00011000 00000000");
		assertThat(m.device.halts).isEqualTo(1);
		m.start(TRANSPORT, TCW);
		m.css.advance(100);
		m.css.csch(SID);
		m.css.advance(100);
		assertThat(m.scsw()).isEqualTo("00001001 00000000 00000000");
	}

	@Test
	void aStartThatIsStillPendingCanBeCancelled() {
		tcw(0, READS, block("02000000 00000050", 84), 0, 80);
		assertThat(m.start(TRANSPORT, TCW)).isZero();
		assertThat(m.css.xsch(SID)).isZero();
		m.css.advance(100);
		assertThat(m.css.interruptionPending()).isFalse();
		assertThat(m.device.executed).isZero();
	}

	@Test
	void dataMayMoveLongAfterTheCommand() {
		tcw(0, READS, block("0A000000 00000003", 8), 0, 3);
		m.start(TRANSPORT, TCW);
		m.css.advance(100);
		assertThat(m.device.type(new byte[] { 1, 2, 3 })).isEqualTo(3);
		assertThat(m.scsw()).isEqualTo("00104007 00011000 0C000100");
		assertThat(m.stored(DATA, 4)).isEqualTo("01020300");
	}

	@Test
	void aLateDeviceEndIsAwaitedBeforeTheNextCommand() {
		tcw(0, 0, block("0B400000 00000000" + "03000000 00000000", 0), 0, 0);
		m.start(TRANSPORT, TCW);
		m.css.advance(100);
		assertThat(m.css.interruptionPending()).isFalse();
		m.css.advance(TestDevice.LATE);
		assertThat(m.scsw()).isEqualTo("00104007 00011000 0C000100");
		assertThat(m.device.executed).isEqualTo(2);
	}

	@Test
	void malfunctionsOfTheChannelHappenHereToo() {
		m.subchannel.inject(ChannelFault.INTERFACE_CONTROL_CHECK);
		assertThat(read("02000000 00000050", 80)).as("nothing stored, no status of the device").isEqualTo("04104017 00011000 00020000");
		assertThat(tsb()).isEqualTo("0".repeat(32));
		m.subchannel.inject(ChannelFault.CHANNEL_CONTROL_CHECK);
		assertThat(read("02000000 00000050", 80)).isEqualTo("04104017 00011000 00040000");
		assertThat(m.device.executed).isZero();
		m.device.record = new byte[40];
		m.subchannel.inject(ChannelFault.CHANNEL_DATA_CHECK);
		assertThat(read("03400000 00000000" + "02400000 00000028" + "02000000 00000028", 80)).as("after the data")
				.isEqualTo("04104017 00011000 0C080100");
		assertThat(tsb()).as("at the second command").isEqualTo("20C1000800000028" + "0000000000000000");
		m.subchannel.inject(ChannelFault.CHAINING_CHECK);
		assertThat(read("02000000 00000028", 40)).as("no data chaining").isEqualTo("00104007 00011000 0C000100");
		m.at(PROGRAM).ccw(0x02, 0, 40, DATA);
		assertThat(m.run(FORMAT1)).isEqualTo("00804017 00010008 0C010000");
	}

	@Test
	void aPathThatIsLostBetweenCommandsIsAnInterfaceControlCheck() {
		m.device.record = new byte[40];
		m.css.malfunctions(new Malfunctions() {
			@Override
			public void selecting(int subchannel, int command, boolean chained) {
				m.subchannel.reachable(chained ? 0 : 0xFF);
			}
		});
		assertThat(read("02400000 00000028" + "02000000 00000028", 80)).startsWith("04104017 00011000");
	}

	@Test
	void aBusyDeviceIsTriedAgainAndOtherStatusIsDeferredConditionCode1() {
		tcw(0, 0, block("73000000 00000000", 0), 0, 0);
		assertThat(run()).isEqualTo("00104007 00011000 0C000100");
		m.device.busyStatus = 0x90;
		assertThat(run()).isEqualTo("01104017 00011000 90000000");
	}

	@Test
	void dataInBothDirectionsAreAFacilityThatIsNotInstalled() {
		tcw(0, READS | WRITES, block("02000000 00000050", 84), 80, 80);
		assertThat(run()).isEqualTo("00104017 00011000 00200000");
		assertThat(m.device.executed).isZero();
	}

	@Test
	void anInterrogateTcwIsNotLookedAt() {
		tcw(0, READS, block("0A000000 00000003", 8), 0, 3);
		m.words(TCW + 60, 0x7FFF_FFFF);
		m.start(TRANSPORT, TCW);
		m.css.advance(100);
		assertThat(m.css.xsch(SID)).as("the device has the commands").isEqualTo(2);
		m.device.type(new byte[] { 1, 2, 3 });
		assertThat(m.scsw()).isEqualTo("00104007 00011000 0C000100");
	}

	@Test
	void theSchibShowsTheTcwAndTheExtendedBitToo() {
		read("02000000 00000050", 80);
		byte[] schib = m.subchannel.schib();
		assertThat(Bytes.get32(schib, 32)).isEqualTo(TCW);
		assertThat(Bytes.get32(schib, 28) & Scsw.TRANSPORT).isNotZero();
	}
}
