// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccwbench.channel.TestMachine.*;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.ccwbench.storage.Bytes;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever bytes lie where a channel program is to be: the interpreter comes to an end or can be ended, and never
 * throws. Four bytes of input are word 1 of the ORB, the rest is storage from the first CCW on.
 */
class CommandFuzzTest {
	private static final int STEPS = 3000;

	static Stream<byte[]> programs() {
		return Stream.of("00808000 02000050 00020000", "00008000 02020000 00000050", "00808000 03600001 00000000 08000000 00010000",
				"00808000 31400004 00018000 08000000 00010000", "00828000 02040050 00010008 00000000 00020000",
				"00808040 02010050 00010010 00000000 00000000 00000000 00800050 00000000 00020000",
				"08808000 03400001 00000000 02620050 00020000", "00A08000 02800028 00020000 00080028 00030000",
				"30808000 0C200050 0002004F").map(h -> HexFormat.of().parseHex(h.replace(" ", "")));
	}

	@MethodSource("programs")
	@FuzzTest(maxDuration = "15s")
	void anyBytesAreAProgramThatEndsOrCanBeEnded(byte[] bytes) {
		if (bytes.length < 4) {
			return;
		}
		TestMachine m = new TestMachine();
		int length = Math.min(bytes.length - 4, 0x4000);
		m.storage.store(PROGRAM, bytes, 4, length);
		try {
			m.start(Bytes.get32(bytes, 0) & ~TransportProgram.ORB_CONTROL);
		} catch (ProgramInterruption e) {
			assertThat(e.code()).isEqualTo(ProgramInterruption.OPERAND);
			return;
		}
		ends(m, STEPS);
	}

	/** Lets a program run for a while, then halts and clears it; every status on the way must be one there can be. */
	static void ends(TestMachine m, int steps) {
		for (int i = 0; i < steps && !m.css.interruptionPending(); i++) {
			if (!m.css.step()) {
				break;
			}
		}
		int scsw = Bytes.get32(m.subchannel.irb(), 0);
		assertThat((scsw & Scsw.STATUS) == 0 || (scsw & Scsw.PENDING) != 0).as("SCSW %08X", scsw).isTrue();
		int executed = m.device.executed;
		int halt = m.css.hsch(SID);
		assertThat(halt).isLessThan(2);
		m.css.advance(1);
		if (halt == 0) {
			assertThat(m.device.executed).isEqualTo(executed);
			assertThat(m.css.tsch(SID, new byte[96])).isZero();
		}
		assertThat(m.css.csch(SID)).isZero();
		m.css.advance(TestDevice.LATE);
		assertThat(m.scsw()).isEqualTo("00001001 00000000 00000000");
		assertThat(m.css.nextDue()).isEqualTo(-1);
	}
}
