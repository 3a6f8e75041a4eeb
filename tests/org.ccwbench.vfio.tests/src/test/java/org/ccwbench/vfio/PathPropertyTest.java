// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever the program, the mappings and the faults: pins come off again, and a path that works gives what a channel gives. */
class PathPropertyTest {
	private static final String[] TRANSLATING = {"two-stage", "mediated", "linux"};
	private static final String[] ALL = {"two-stage", "mediated", "linux", "assignment", "noiommu"};
	private static final String[] WORDS = {"00C28000", "00C08000", "00C38000", "00C18000"};

	@Property(tries = 400)
	void theGuestGetsTheSameBytesAndIrbAsDirectlyAndNothingStaysPinned(@ForAll long seed) {
		for (String path : ALL) {
			TestGuest g = machine(seed, false, path);
			// The host's common I/O layer turns concurrent sense on, whatever the guest wants.
			TestGuest.Direct direct = new TestGuest.Direct(g, path.equals("linux"));
			PathRun run = g.run(path);
			assertThat(run.finished()).as(path).isTrue();
			assertThat(Errno.text(run.returnCode())).as(path).isEqualTo("0");
			assertThat(TestGuest.hex(run.irb())).as(path).isEqualTo(TestGuest.hex(direct.irb));
			assertThat(g.storage()).as(path).isEqualTo(direct.bytes());
			assertThat(g.device.record).as(path).isEqualTo(direct.device.record);
			nothingIsLeft(g, run);
		}
	}

	@Property(tries = 400)
	void aFaultLeavesNothingPinnedAndTheGuestWithAUnitException(@ForAll long seed) {
		for (String path : TRANSLATING) {
			TestGuest g = machine(seed, true, path);
			g.path.driver(DriverVersion.values()[(int) Long.remainderUnsigned(seed, 3)]);
			byte[] before = g.storage();
			PathRun run = g.run(path);
			assertThat(run.finished()).isTrue();
			nothingIsLeft(g, run);
			if (run.returnCode() < 0) {
				assertThat(TestGuest.hex(run.irb())).startsWith("00004017" + "00003008" + "01000000");
				System.arraycopy(run.irb(), 0, before, (int) TestGuest.IRB, 96);
				assertThat(g.storage()).isEqualTo(before);
			}
		}
	}

	@Property(tries = 200)
	void aFaultWhereNothingIsTranslatedLeavesNothingPinnedEither(@ForAll long seed) {
		for (String path : new String[] {"assignment", "noiommu"}) {
			TestGuest g = machine(seed, true, path);
			PathRun run = g.run(path);
			assertThat(run.finished()).isTrue();
			nothingIsLeft(g, run);
			if (run.returnCode() < 0) {
				assertThat(run.conditionCode()).as("a device that cannot be assigned is not there").isEqualTo(3);
				assertThat(run.irb()).isNull();
			}
		}
	}

	@Property(tries = 200)
	void aRunThatIsHaltedAnywhereLeavesNothingPinned(@ForAll long seed) {
		String path = ALL[(int) Long.remainderUnsigned(seed, ALL.length)];
		TestGuest g = machine(seed, false, path);
		PathRun run = TranslationPath.named(path).begin(g.path);
		int steps = new Random(seed).nextInt(40);
		for (int i = 0; i < steps && run.next(); i++) {
			continue;
		}
		run.halt();
		for (int i = 0; i < 10_000 && run.next(); i++) {
			continue;
		}
		assertThat(run.finished()).isTrue();
		nothingIsLeft(g, run);
	}

	private static void nothingIsLeft(TestGuest g, PathRun run) {
		run.end();
		assertThat(g.machine.pins().pins()).isZero();
		assertThat(g.machine.pins().pages()).isZero();
		assertThat(g.machine.kernel().live()).isZero();
		assertThat(run.statistics().pins()).isEqualTo(run.statistics().unpins());
		assertThat(run.statistics().pinned()).isZero();
	}

	/** Scattered, or now and then contiguous; a program without translation works only where they are the guest's addresses. */
	private static long frames(Random random, long at, String path) {
		boolean contiguous = random.nextInt(4) == 0;
		return contiguous && !path.equals("noiommu") ? 0x90_0000_0000L + at * 2 : Machine.ANY;
	}

	private static TestGuest machine(long seed, boolean faults, String path) {
		Random random = new Random(seed);
		TestGuest g = TestGuest.unmapped();
		if (path.equals("noiommu")) {
			g.machine.real();
		}
		long at = 0;
		long user = 0x3FF_0000_0000L;
		while (at < TestGuest.STORAGE) {
			long length = Math.min(TestGuest.STORAGE - at, (1 + random.nextInt(16)) * 4096L);
			boolean chosen = random.nextBoolean();
			int permissions = faults && random.nextInt(12) == 0 ? DmaMap.READ : TestGuest.RW;
			g.machine.mapping(at, length, chosen ? user : Machine.ANY,
					frames(random, at, path), permissions);
			user += length + random.nextInt(3) * 4096L;
			at += length;
		}
		for (int i = 0; faults && i < 2; i++) {
			g.machine.hole(random.nextInt(0x40) * 4096L, 4096);
		}
		if (faults && random.nextInt(3) == 0) {
			g.machine.refusePins(0x8000 + random.nextInt(0x20) * 4096L, 4096, Errno.EFAULT);
		}
		String word1 = WORDS[random.nextInt(WORDS.length)];
		long cpa = new RandomProgram(seed, g.machine.guest(), Integer.parseUnsignedInt(word1, 16)).write();
		return g.orb(word1, cpa);
	}
}
