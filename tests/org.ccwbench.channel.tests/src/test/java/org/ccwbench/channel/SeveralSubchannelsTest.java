// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccwbench.channel.TestMachine.*;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ccwbench.storage.Bytes;

/** Programs of several subchannels at once end as each of them would alone (PoP SA22-7832, chapter 13, "Subchannels"). */
class SeveralSubchannelsTest {
	private static final int[] COMMANDS = { 0x01, 0x02, 0x03, 0x04, 0x07, 0x0B, 0x0C, 0x23, 0x31, 0x53, 0x63, 0x73, 0xAB };
	/** Each program has its own stretch of storage. */
	private static final int STRETCH = 0x80000;
	private static final int LONG_ENOUGH = 100_000;

	@Property(tries = 200)
	void programsDoNotDisturbOneAnother(@ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int subchannels) {
		String[] alone = new String[subchannels];
		byte[][] storage = new byte[subchannels][];
		for (int i = 0; i < subchannels; i++) {
			TestMachine m = machine(subchannels, seed);
			start(m, i);
			m.css.advance(LONG_ENOUGH);
			alone[i] = end(m, i);
			storage[i] = stretch(m, i);
		}
		TestMachine all = machine(subchannels, seed);
		Random random = new Random(seed);
		for (int i = 0; i < subchannels; i++) {
			start(all, i);
			all.css.advance(random.nextInt(30));
		}
		all.css.advance(LONG_ENOUGH);
		int interruptions = 0;
		for (byte[] code = new byte[12]; all.css.tpi(code) == 1;) {
			interruptions++;
		}
		assertThat(interruptions).as("one for each").isEqualTo(subchannels);
		for (int i = 0; i < subchannels; i++) {
			assertThat(end(all, i)).as("subchannel %d", i).isEqualTo(alone[i]);
			assertThat(Arrays.mismatch(stretch(all, i), storage[i])).as("first byte of %d that differs", i).isEqualTo(-1);
		}
	}

	private static TestMachine machine(int subchannels, long seed) {
		TestMachine m = new TestMachine();
		for (int i = 0; i < subchannels; i++) {
			if (i > 0) {
				m.css.attach(i, 0x0120 + i, new TestDevice());
				m.enable(SID + i, i % 3 << 27);
			}
			Random random = new Random(seed + i);
			m.at(STRETCH * (i + 1));
			for (int n = 1 + random.nextInt(10); n > 0; n--) {
				m.ccw(COMMANDS[random.nextInt(COMMANDS.length)], (n > 1 ? CC : 0) | SLI, 1 + random.nextInt(100),
						STRETCH * (i + 1) + 0x1000 + random.nextInt(0x1000));
			}
		}
		return m;
	}

	private static void start(TestMachine m, int i) {
		byte[] orb = new byte[12];
		Bytes.put32(orb, 4, FORMAT1);
		Bytes.put32(orb, 8, STRETCH * (i + 1));
		assertThat(m.css.ssch(SID + i, orb)).isZero();
	}

	private static String end(TestMachine m, int i) {
		byte[] irb = new byte[96];
		assertThat(m.css.tsch(SID + i, irb)).isZero();
		return TestMachine.text(irb, 0);
	}

	private static byte[] stretch(TestMachine m, int i) {
		return m.storage.bytes(STRETCH * (i + 1), STRETCH);
	}
}
