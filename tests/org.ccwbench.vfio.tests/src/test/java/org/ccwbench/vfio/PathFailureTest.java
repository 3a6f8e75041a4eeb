// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the guest sees when a stage fails. QEMU as the monitor: EBUSY is condition code 2, ENODEV and EACCES are 3,
 * anything else is unit exception with the first CCW's address + 8, start pending still on.
 */
class PathFailureTest {
	private static final String UNIT_EXCEPTION = "00004017" + "00003008" + "01000000";
	private static final String ORB_64 = "00C28000";

	private static void fails(TestGuest g, String path, int error) {
		PathRun run = g.run(path);
		assertThat(run.finished()).isTrue();
		assertThat(Errno.text(run.returnCode())).isEqualTo(Errno.text(-error));
		assertThat(run.conditionCode()).isZero();
		assertThat(TestGuest.hex(g.machine.guest(), TestGuest.IRB, 12)).isEqualTo(UNIT_EXCEPTION);
		assertThat(g.machine.pins().pins()).isZero();
		assertThat(g.machine.kernel().live()).isZero();
		assertThat(run.statistics().pins()).isEqualTo(run.statistics().unpins());
	}

	@ParameterizedTest
	@ValueSource(strings = {"two-stage", "mediated", "linux"})
	void unmappedDataIsEinval(String path) {
		TestGuest g = TestGuest.mapped().orb(ORB_64, 0x3000).at(0x3000, "02600020 00008000  02200020 00009000");
		g.machine.hole(0x9000, 0x1000);
		fails(g, path, Errno.EINVAL);
	}

	@ParameterizedTest
	@ValueSource(strings = {"two-stage", "mediated", "linux"})
	void dataThatTheDeviceMayOnlyReadIsEperm(String path) {
		TestGuest g = TestGuest.unmapped();
		g.machine.mapping(0, 0x8000, Machine.ANY, Machine.ANY, TestGuest.RW);
		g.machine.mapping(0x8000, 0x8000, Machine.ANY, Machine.ANY, DmaMap.READ);
		g.orb(ORB_64, 0x3000).at(0x3000, "01200020 00008000");
		fails(g, path, Errno.EPERM);
	}

	@ParameterizedTest
	@ValueSource(strings = {"two-stage", "mediated", "linux"})
	void theProgramItselfMayLieWhereTheDeviceMayOnlyRead(String path) {
		TestGuest g = TestGuest.unmapped();
		g.machine.mapping(0, 0x8000, Machine.ANY, Machine.ANY, DmaMap.READ);
		g.machine.mapping(0x8000, 0x8000, Machine.ANY, Machine.ANY, TestGuest.RW);
		g.orb(ORB_64, 0x3000).at(0x3000, "01200020 00008000");
		assertThat(g.run(path).returnCode()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = {"two-stage", "mediated", "linux"})
	void aPageThatCannotBePinnedIsEfaultAndTheOthersAreUnpinned(String path) {
		TestGuest g = TestGuest.mapped().orb(ORB_64, 0x3000).at(0x3000, "02600020 00008000  02203000 00009000");
		g.machine.refusePins(0xB000, 0x1000, Errno.EFAULT);
		fails(g, path, Errno.EFAULT);
	}

	@ParameterizedTest
	@ValueSource(strings = {"two-stage", "mediated", "linux"})
	void chainsOf257CcwsAreEinvalAnd256Are0(String path) {
		String nop = "0360000100000000";
		String last = "0320000100000000";
		TestGuest g = TestGuest.mapped().orb(ORB_64, 0x3000).at(0x3000, nop.repeat(256) + last);
		fails(g, path, Errno.EINVAL);
		TestGuest h = TestGuest.mapped().orb(ORB_64, 0x3000).at(0x3000, nop.repeat(255) + last);
		assertThat(h.run(path).returnCode()).isZero();
		assertThat(TestGuest.hex(h.machine.guest(), TestGuest.IRB + 4, 4)).isEqualTo("00003800");
	}

	@ParameterizedTest
	@ValueSource(strings = {"two-stage", "mediated", "linux"})
	void anOrbWithoutPrefetchIsAUnitExceptionUnlessForced(String path) {
		fails(TestGuest.mapped().orb("00828000", 0x3000).at(0x3000, "03200001 00000000"), path, Errno.EOPNOTSUPP);
		TestGuest g = TestGuest.mapped().orb("00828000", 0x3000).at(0x3000, "03200001 00000000");
		g.path.forcePrefetch(true);
		assertThat(g.run(path).returnCode()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = {"two-stage", "mediated", "linux"})
	void aBusySubchannelIsConditionCode2(String path) {
		TestGuest g = TestGuest.mapped().orb(ORB_64, 0x3000).at(0x3000, "03600001 00000000  08000000 00003000");
		PathRun endless = TranslationPath.named(path).begin(g.path);
		while (!endless.waiting()) {
			endless.next();
		}
		PathRun second = g.run(path);
		assertThat(second.returnCode()).as("the monitor knows that by itself").isZero();
		assertThat(second.conditionCode()).isEqualTo(2);
		assertThat(second.irb()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = {"two-stage", "mediated", "linux"})
	void noPathIsConditionCode3(String path) {
		TestGuest g = TestGuest.mapped().orb("00C24000", 0x3000).at(0x3000, "03200001 00000000");
		PathRun run = g.run(path);
		assertThat(run.returnCode()).isEqualTo(-Errno.EACCES);
		assertThat(run.conditionCode()).isEqualTo(3);
		assertThat(g.machine.pins().pins()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = {"two-stage", "mediated", "linux"})
	void anEndlessProgramEndsWhenItIsHalted(String path) {
		TestGuest g = TestGuest.mapped().orb(ORB_64, 0x3000)
				.at(0x3000, "02600001 00008000  08000000 00003000");
		PathRun run = TranslationPath.named(path).begin(g.path);
		for (int i = 0; i < 1000; i++) {
			assertThat(run.next()).isTrue();
		}
		assertThat(run.waiting()).isTrue();
		assertThat(g.machine.pins().pins()).isEqualTo(1);
		run.halt();
		for (int i = 0; i < 100 && run.next(); i++) {
			continue;
		}
		assertThat(run.finished()).isTrue();
		// Start and halt function (60), status pending; nothing is pinned any more.
		assertThat(run.irb()[2] & 0x60).isEqualTo(0x60);
		assertThat(g.machine.pins().pins()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = {"two-stage", "mediated", "linux"})
	void badOrbsAreProgramInterruptionsAsOnTheMachine(String path) {
		TestGuest g = TestGuest.mapped().orb("00C2803E", 0x3000);
		assertThat(g.run(path).programInterruption()).isEqualTo(0x15);
		TestGuest h = TestGuest.mapped();
		h.path.orb(0x1002);
		assertThat(h.run(path).programInterruption()).isEqualTo(0x06);
		TestGuest i = TestGuest.mapped();
		i.path.orb(TestGuest.STORAGE);
		assertThat(i.run(path).programInterruption()).isEqualTo(0x05);
		assertThat(i.machine.kernel().live()).isZero();
	}

	@Test
	void twoKibFromTheCcwAddressMustBeMappedForTheDriverButNotForTheMonitor() {
		TestGuest g = TestGuest.mapped().orb(ORB_64, 0x3F00).at(0x3F00, "03200001 00000000");
		g.machine.hole(0x4000, 0x1000);
		assertThat(g.run("mediated").returnCode()).isEqualTo(-Errno.EINVAL);
		TestGuest h = TestGuest.mapped().orb(ORB_64, 0x3F00).at(0x3F00, "03200001 00000000");
		h.machine.hole(0x4000, 0x1000);
		assertThat(h.run("two-stage").returnCode()).isZero();
	}
}
