// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ccwbench.storage.Bytes;

/**
 * While nobody listens a program is translated all at once, pages looked up and pinned together. What comes of it is
 * what the driver's own order of calls gives: return codes, copies, lists, pins, counts.
 */
class AllAtOncePropertyTest {
	/** P, F and one of: 64-bit words of 4K, of 2K, words of 31 bits. */
	private static final int[] FORMS = {0x00C2_8000, 0x00C3_8000, 0x00C0_8000};

	private static final class Driver {
		final Machine machine = new Machine();
		final Statistics statistics = new Statistics();
		final ChannelProgram program;
		final byte[] orb = new byte[12];
		final byte[] hostOrb = new byte[12];

		Driver(long seed, int word1, boolean broken, boolean heard) {
			machine.storage(0, TestGuest.STORAGE);
			machine.mapAll();
			Bytes.put32(orb, 4, word1);
			Bytes.put32(orb, 8, (int) new RandomProgram(seed, machine.guest(), word1).write());
			Random random = new Random(seed);
			for (int page = 8; page < 0x30; page++) {
				// Touched, or what is looked up has no frame yet.
				if (random.nextInt(20) > 0) {
					machine.frame(page << 12);
				}
				if (broken && random.nextInt(30) == 0) {
					machine.hole(page << 12, 4096);
				}
			}
			Type1Container container = new Type1Container(machine, statistics);
			container.listener(heard ? new VfioListener() {} : VfioListener.NONE);
			program = new ChannelProgram(DriverVersion.LINUX_6_12, container, machine.kernel(), machine.host());
		}

		/** All that can be seen of one translation. */
		List<Object> translate() {
			List<Object> seen = new ArrayList<>();
			seen.add(program.init(orb));
			seen.add(program.prefetch());
			seen.add(program.orb(hostOrb, 7, 0x80));
			seen.add(TestGuest.hex(hostOrb));
			for (int c = 0; program.initialized() && c < program.chains(); c++) {
				seen.add(String.format("%X at %X", program.ccwAddress(c, 0), program.hostAddress(c)));
				for (int i = 0; i < program.length(c); i++) {
					long ccw = program.ccw(c, i);
					seen.add(Long.toHexString(ccw));
					seen.add(machine.host().load64(program.hostAddress(c) + i * 8L) == ccw);
					seen.add(TestGuest.hex(machine.host(), ccw & 0xFFFF_FFFFL, program.listWords(c, i) * 8));
					for (int n = 0; n < program.pinCount(c, i); n++) {
						seen.add(program.pinnedIova(c, i, n));
						seen.add(machine.pins().count(machine.frame(program.pinnedIova(c, i, n))));
					}
				}
			}
			seen.add(machine.pins().pins());
			program.free();
			seen.add(machine.pins().pins());
			seen.add(machine.pins().peakPages());
			seen.add(machine.kernel().live());
			return seen;
		}
	}

	@Property(tries = 300)
	void givesWhatOneByOneGives(@ForAll long seed, @ForAll @IntRange(max = 2) int form, @ForAll boolean broken) {
		Driver together = new Driver(seed, FORMS[form], broken, false);
		Driver oneByOne = new Driver(seed, FORMS[form], broken, true);
		for (int again = 0; again < 3; again++) {
			assertThat(together.translate()).isEqualTo(oneByOne.translate());
			assertThat(together.statistics).usingRecursiveComparison().isEqualTo(oneByOne.statistics);
		}
	}
}
