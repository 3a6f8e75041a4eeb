// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccwbench.channel.TestMachine.*;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Programs that have no end of their own (PoP SA22-7832, chapters 14 and 15): nobody waits for them, and HALT and
 * CLEAR SUBCHANNEL end them at once. Without data, a loop ends by itself as an invalid sequence.
 */
class EndlessProgramTest {
	/** Microseconds in which a halt or clear function is performed, whatever goes on. */
	private static final int AT_ONCE = 1;
	private static final int ARGUMENT = 0x18000;

	/** A loop of some commands that is closed by a TIC; with a search that never finds or a skipped read if it has data. */
	private static int loop(TestMachine m, Random random, int length, boolean data) {
		int with = data ? random.nextInt(length) : -1;
		for (int i = 0; i < length; i++) {
			if (i != with) {
				m.ccw(0x03, CC | SLI, random.nextInt(3), 0);
			} else if (random.nextBoolean()) {
				m.ccw(0x31, CC | SLI, 4, ARGUMENT);
			} else {
				m.ccw(0x02, CC | SLI | SKIP, 1 + random.nextInt(80), 0);
			}
		}
		m.ccw(0x08, 0, 0, PROGRAM + 8 * random.nextInt(with < 0 ? length : with + 1));
		return PROGRAM + 8 * length;
	}

	@Property(tries = 300)
	void haltEndsALoopAtOnce(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int length,
			@ForAll @IntRange(min = 2, max = 50_000) int after) {
		TestMachine m = new TestMachine();
		loop(m, new Random(seed), length, true);
		assertThat(m.start(FORMAT1)).isZero();
		m.css.advance(after);
		assertThat(m.css.interruptionPending()).isFalse();
		assertThat(m.start(FORMAT1)).as("busy").isEqualTo(2);
		int executed = m.device.executed;
		assertThat(m.css.hsch(SID)).isZero();
		m.css.advance(AT_ONCE);
		assertThat(m.device.executed).isEqualTo(executed);
		assertThat(m.scsw()).startsWith("00806001 ").endsWith(" 00000000");
		assertThat(m.css.nextDue()).as("nothing goes on").isEqualTo(-1);
		assertThat(m.start(FORMAT1)).as("free again").isZero();
	}

	@Property(tries = 300)
	void clearEndsALoopAtOnceEvenAfterHalt(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int length,
			@ForAll @IntRange(min = 0, max = 50_000) int after, @ForAll boolean halted) {
		TestMachine m = new TestMachine();
		loop(m, new Random(seed), length, true);
		assertThat(m.start(FORMAT1)).isZero();
		m.css.advance(after);
		int executed = m.device.executed;
		if (halted) {
			assertThat(m.css.hsch(SID)).isZero();
		}
		assertThat(m.css.csch(SID)).isZero();
		m.css.advance(AT_ONCE);
		assertThat(m.device.executed).isEqualTo(executed);
		assertThat(m.scsw()).isEqualTo("00001001 00000000 00000000");
		assertThat(m.device.resets).isEqualTo(1);
		assertThat(m.css.nextDue()).isEqualTo(-1);
	}

	@Property(tries = 200)
	void oneStepExecutesOneCommandAtMost(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int length) {
		TestMachine m = new TestMachine();
		loop(m, new Random(seed), length, true);
		assertThat(m.start(FORMAT1)).isZero();
		for (int i = 0; i < 500; i++) {
			int executed = m.device.executed;
			assertThat(m.css.step()).isTrue();
			assertThat(m.device.executed - executed).isBetween(0, 1);
		}
	}

	@Property(tries = 200)
	void withoutDataALoopEndsByItselfAtItsTransferBack(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int length) {
		TestMachine m = new TestMachine();
		int tic = loop(m, new Random(seed), length, false);
		assertThat(m.run(FORMAT1)).startsWith(String.format("00804017 %08X 0020", tic + 8));
		assertThat(m.device.executed).isBetween(256, 256 + length);
	}
}
