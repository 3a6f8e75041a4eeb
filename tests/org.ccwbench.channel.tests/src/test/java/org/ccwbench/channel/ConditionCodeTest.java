// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.ccwbench.channel.TestMachine.*;

import java.util.function.ToIntFunction;
import org.ccwbench.storage.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every I/O instruction in every state of a subchannel, and every bit of its operands (PoP SA22-7832, chapter 14). */
class ConditionCodeTest {
	private static final int ELSEWHERE = 0x0001_004D;
	private static final int SUSPENDABLE = FORMAT1 | 0x0800_0000;
	private final TestMachine m = new TestMachine();
	private final ChannelSubsystem css = m.css;

	/** Brings the subchannel into a state; its number. */
	private int enter(String state) {
		switch (state) {
		case "not there" -> {
			return ELSEWHERE;
		}
		case "not enabled" -> css.attach(0x4D, 0x0121, new TestDevice());
		case "start pending" -> {
			m.ccw(0x03, SLI, 1, 0);
			m.start(FORMAT1);
		}
		case "busy device" -> {
			m.ccw(0x73, SLI, 1, 0);
			m.start(FORMAT1);
			css.advance(10);
		}
		case "active" -> active(0);
		case "PCI pending" -> active(PCI);
		case "device end owed" -> {
			m.ccw(0x0B, 0, 0, 0);
			m.start(FORMAT1);
			css.advance(10);
			m.scsw();
		}
		case "suspended, pending" -> suspend();
		case "suspended" -> {
			suspend();
			m.scsw();
		}
		case "resume pending" -> {
			suspend();
			m.scsw();
			assertThat(css.rsch(SID)).isZero();
		}
		case "status pending" -> {
			m.ccw(0x03, SLI, 1, 0);
			m.start(FORMAT1);
			css.advance(10);
		}
		case "attention pending" -> m.device.port.present(0x80);
		case "halt pending" -> {
			active(0);
			css.hsch(SID);
		}
		case "halted" -> {
			active(0);
			css.hsch(SID);
			css.advance(10);
		}
		case "clear pending" -> {
			active(0);
			css.csch(SID);
		}
		default -> assertThat(state).isEqualTo("idle");
		}
		return state.equals("not enabled") ? ELSEWHERE : SID;
	}

	private void active(int flags) {
		m.ccw(0x0A, flags, 80, 0x20000);
		m.start(FORMAT1);
		css.advance(10);
	}

	private void suspend() {
		m.ccw(0x03, SUSPEND | SLI, 1, 0);
		m.start(SUSPENDABLE);
		css.advance(10);
	}

	@ParameterizedTest
	@CsvSource({
			// state             STSCH MSCH SSCH RSCH TSCH HSCH CSCH XSCH
			"not there,           3, 3, 3, 3, 3, 3, 3, 3", "not enabled,         0, 0, 3, 3, 3, 3, 3, 3",
			"idle,                0, 0, 0, 2, 1, 0, 0, 2", "start pending,       0, 2, 2, 2, 1, 0, 0, 0",
			"busy device,         0, 2, 2, 2, 1, 0, 0, 0", "active,              0, 2, 2, 2, 1, 0, 0, 2",
			"PCI pending,         0, 1, 1, 1, 0, 0, 0, 1", "device end owed,     0, 0, 0, 2, 1, 0, 0, 2",
			"'suspended, pending',0, 1, 1, 1, 0, 0, 0, 1", "suspended,           0, 2, 2, 0, 1, 0, 0, 0",
			"resume pending,      0, 2, 2, 2, 1, 0, 0, 0", "status pending,      0, 1, 1, 1, 0, 1, 0, 1",
			"attention pending,   0, 1, 1, 1, 0, 1, 0, 1", "halt pending,        0, 2, 2, 2, 1, 2, 0, 2",
			"halted,              0, 1, 1, 1, 0, 1, 0, 1", "clear pending,       0, 2, 2, 2, 1, 2, 0, 2" })
	void eachInstructionInEachState(String state, int stsch, int msch, int ssch, int rsch, int tsch, int hsch, int csch, int xsch) {
		int[] expected = { stsch, msch, ssch, rsch, tsch, hsch, csch, xsch };
		for (int i = 0; i < expected.length; i++) {
			ConditionCodeTest fresh = new ConditionCodeTest();
			int sid = fresh.enter(state);
			assertThat(fresh.instructions()[i].applyAsInt(sid)).as("instruction %d, %s", i, state).isEqualTo(expected[i]);
		}
	}

	@SuppressWarnings("unchecked")
	private ToIntFunction<Integer>[] instructions() {
		m.storage.store64(0x5000, 0x0080_8000L);
		m.storage.store64(0x5008, (long) PROGRAM << 32);
		m.storage.store(0x6000, m.subchannel.schib(), 0, 52);
		return new ToIntFunction[] { (ToIntFunction<Integer>) sid -> css.stsch(sid, 0x7000),
				(ToIntFunction<Integer>) sid -> css.msch(sid, 0x6000), (ToIntFunction<Integer>) sid -> css.ssch(sid, 0x5000),
				(ToIntFunction<Integer>) css::rsch, (ToIntFunction<Integer>) sid -> css.tsch(sid, 0x7000),
				(ToIntFunction<Integer>) css::hsch, (ToIntFunction<Integer>) css::csch, (ToIntFunction<Integer>) css::xsch };
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 0x0000_0001, 0x0002_0000, 0x0003_0000, 0x8001_0000, -1 })
	void anIdentificationWordThatIsNoneIsAnOperandExceptionOfAllEight(int sid) {
		for (ToIntFunction<Integer> instruction : instructions()) {
			assertThat(code(() -> instruction.applyAsInt(sid))).isEqualTo(0x15);
		}
	}

	/** F is on all the time, so that the program is one of format 1; what is on in the ORB shows in the SCSW. */
	@Test
	void everyBitOfWord1OfTheOrbIsUsedOrAcceptedOrAnOperandException() {
		for (int bit = 0; bit < 32; bit++) {
			TestMachine fresh = new TestMachine();
			fresh.ccw(0x03, SLI, 1, 0);
			int on = 0x8000_0000 >>> bit;
			if (bit >= 26 && bit <= 30) {
				assertThat(code(() -> fresh.start(FORMAT1 | on))).as("bit %d", bit).isEqualTo(0x15);
				continue;
			}
			if (bit == 13) {
				assertThat(code(() -> fresh.start(FORMAT1 | on))).as("format and transport mode").isEqualTo(0x15);
				continue;
			}
			// Key 8, 4, 2 or 1: storage of that key, fetch-protected, is the program's own.
			fresh.storage.setKey(PROGRAM, bit < 4 ? 8 >> bit << 3 | 4 : 0);
			int seen = on & 0xF8F8_0000;
			String scsw = fresh.run(FORMAT1 | on);
			assertThat(scsw).as("bit %d", bit).isEqualTo(String.format("%08X 00010008 0C000001", 0x0080_4007 | seen));
		}
	}

	@Test
	void anExtendedOrbHasThirtyTwoBytesOfWhichTwoArePriorities() {
		m.ccw(0x03, SLI, 1, 0);
		m.words(0x5000, 0, FORMAT1 | 1, PROGRAM, 0x1100_2200, 0, 0, 0, 0);
		assertThat(css.ssch(SID, 0x5000)).isZero();
		css.advance(10);
		assertThat(m.scsw()).isEqualTo("00804007 00010008 0C000001");
		for (int[] bad : new int[][] { { 12, 0x0001_0000 }, { 12, 1 }, { 16, 1 }, { 20, 1 }, { 24, 1 }, { 28, 1 } }) {
			m.words(0x5000, 0, FORMAT1 | 1, PROGRAM, 0, 0, 0, 0, 0).words(0x5000 + bad[0], bad[1]);
			assertThat(code(() -> css.ssch(SID, 0x5000))).as("byte %d", bad[0]).isEqualTo(0x15);
			m.words(0x5004, FORMAT1);
			assertThat(css.ssch(SID, 0x5000)).as("without X they are not looked at").isZero();
			css.advance(10);
			m.scsw();
		}
		m.words(0x3FFFF0, 0, FORMAT1 | 1, PROGRAM);
		assertThat(code(() -> css.ssch(SID, 0x3FFFF0))).as("ends beyond storage").isEqualTo(0x05);
		m.words(0x3FFFF4, FORMAT1);
		assertThat(css.ssch(SID, 0x3FFFF0)).isZero();
	}

	/** Bits that MODIFY SUBCHANNEL takes over, and those that must be zeros; it ignores the others. */
	@Test
	void everyBitOfThePathManagementControlWord() {
		int[] taken = { -1, 0x38FC_0000, 0xFF00_0000, 0xFFFF_FF00, 0, 0, 0x7 };
		int[] zeros = { 0, 0xC300_0000, 0, 0, 0, 0, 0xFF1F_FFF8 };
		for (int word = 0; word < 7; word++) {
			for (int bit = 0; bit < 32; bit++) {
				TestMachine fresh = new TestMachine();
				int on = 0x8000_0000 >>> bit;
				byte[] schib = fresh.subchannel.schib();
				int before = Bytes.get32(schib, 4 * word);
				Bytes.put32(schib, 4 * word, before ^ on);
				String where = "word " + word + " bit " + bit;
				if ((zeros[word] & on) != 0) {
					assertThat(code(() -> fresh.css.msch(SID, schib))).as(where).isEqualTo(0x15);
				} else {
					assertThat(fresh.css.msch(SID, schib)).as(where).isZero();
					int now = Bytes.get32(fresh.subchannel.schib(), 4 * word);
					assertThat(now).as(where).isEqualTo((taken[word] & on) != 0 ? before ^ on : before);
				}
			}
		}
	}

	@Test
	void interruptionsOfSubclassesThatAreMaskedOffStayPending() {
		m.enable(SID, 3 << 27);
		m.ccw(0x03, SLI, 1, 0);
		css.subclasses(~(0x80 >> 3));
		m.start(FORMAT1);
		assertThat(css.await(100)).isFalse();
		assertThat(css.tpi(new byte[12])).isZero();
		assertThat(css.interruptionPending(SID)).isTrue();
		css.subclasses(0x80 >> 3);
		assertThat(css.interruptionPending()).isTrue();
		byte[] code = new byte[12];
		assertThat(css.tpi(code)).isEqualTo(1);
		assertThat(TestMachine.text(code, 0)).isEqualTo("00010000 00ABCDEF 18000000");
	}

	private static int code(org.assertj.core.api.ThrowableAssert.ThrowingCallable instruction) {
		Throwable thrown = catchThrowable(instruction);
		return thrown instanceof ProgramInterruption p ? p.code() : 0;
	}
}
