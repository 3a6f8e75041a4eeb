// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two paths of the 2016 discussion from START SUBCHANNEL to the guest's IRB. ORB word 1: F P H and path 80. */
class PathTest {
	private static final String ORB_64 = "00C28000";

	@Test
	void stagesAreThoseOfTheDiscussion() {
		assertThat(TranslationPath.named("two-stage").stages().stream().map(Stage::id))
				.containsExactly("Q1", "Q2", "Q3", "K1", "K2", "K3", "K4", "K5", "K6", "Q4");
		assertThat(TranslationPath.named("mediated").stages().stream().map(Stage::id))
				.containsExactly("Q1", "Q3", "K1", "K2", "K3", "K4", "K5", "K6", "Q4");
		assertThat(TranslationPath.named("linux").stages().stream().map(Stage::id))
				.containsExactly("Q1", "Q2", "Q3", "Q4", "K1", "K2", "K3", "K4", "Q5", "K5", "K6", "Q6", "Q7");
		for (String name : List.of("two-stage", "mediated")) {
			List<Stage> stages = TranslationPath.named(name).stages();
			for (Stage s : stages) {
				assertThat(s.within() >= 0).isEqualTo(s.id().startsWith("K"));
				assertThat(s.within() < 0 || stages.get(s.within()).id().equals("Q3")).isTrue();
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"two-stage", "mediated", "linux"})
	void dataThatTheDeviceSendsArrivesInTheGuestAndNothingStaysPinned(String path) {
		TestGuest g = TestGuest.mapped().orb(ORB_64, 0x3000).at(0x3000, "02000020 00007FF0");
		PathRun run = g.run(path);
		assertThat(run.finished()).isTrue();
		assertThat(run.returnCode()).isZero();
		assertThat(run.conditionCode()).isZero();
		assertThat(g.machine.guest().bytes(0x7FF0, 0x20)).containsExactly(java.util.Arrays.copyOf(g.device.record, 0x20));
		// Incorrect length (the record is longer): channel end, device end, IL; CPA after the CCW; count 0.
		assertThat(TestGuest.hex(g.machine.guest(), TestGuest.IRB, 12)).isEqualTo("00C04017" + "00003008" + "0C400000");
		assertThat(g.machine.pins().pins()).isZero();
		assertThat(g.machine.kernel().live()).isZero();
		assertThat(run.statistics().pins()).isEqualTo(2);
		assertThat(run.statistics().peakPins()).isEqualTo(2);
		// One blocking call; or four region infos, three eventfds, one write and one read of the region.
		assertThat(run.statistics().systemCalls()).isEqualTo(path.equals("linux") ? 9 : 1);
	}

	@Test
	void theTwoStagePathWritesTheProgramTwiceAndTheMediatedOnce() {
		TestGuest g = TestGuest.mapped().orb(ORB_64, 0x3000).at(0x3000, "02200020 00008000");
		assertThat(g.run("two-stage").statistics().rewrites()).isEqualTo(2);
		TestGuest h = TestGuest.mapped().orb(ORB_64, 0x3000).at(0x3000, "02200020 00008000");
		assertThat(h.run("mediated").statistics().rewrites()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = {"two-stage", "mediated", "linux"})
	void searchTicAndReadComeBackWithTheGuestsOwnAddresses(String path) {
		// Control, NOP, TIC to a second chain, read with SLI there.
		TestGuest g = TestGuest.mapped().orb(ORB_64, 0x3000)
				.at(0x3000, "07400001 00008000  03600001 00000000  08000000 00004000")
				.at(0x4000, "02200100 00008100");
		TestGuest.Direct direct = new TestGuest.Direct(g);
		g.run(path);
		assertThat(TestGuest.hex(g.machine.guest(), TestGuest.IRB, 96)).isEqualTo(TestGuest.hex(direct.irb));
		assertThat(TestGuest.hex(g.machine.guest(), TestGuest.IRB + 4, 4)).isEqualTo("00004008");
		assertThat(g.storage()).isEqualTo(direct.bytes());
	}

	@ParameterizedTest
	@ValueSource(strings = {"two-stage", "mediated", "linux"})
	void listsOf31And64BitsAnd2KBlocksMoveTheSameBytes(String path) {
		String[] words = {"00C08000", "00C28000", "00C38000"};
		String[] lists = {"00008400 00009800", "00000000 00008400 00000000 0000A000", "00000000 00008400 00000000 0000A800"};
		for (int i = 0; i < words.length; i++) {
			TestGuest g = TestGuest.mapped().orb(words[i], 0x3000).at(0x3000, "02240800 00005000").at(0x5000, lists[i]);
			TestGuest.Direct direct = new TestGuest.Direct(g);
			PathRun run = g.run(path);
			assertThat(run.returnCode()).as(words[i]).isZero();
			assertThat(g.storage()).as(words[i]).isEqualTo(direct.bytes());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"two-stage", "mediated", "linux"})
	void aFormat0ProgramRunsAsFormat1SoThatOnlyTheFormatBitDiffers(String path) {
		TestGuest g = TestGuest.mapped().orb("00428000", 0x3000).at(0x3000, "02008000 20000040");
		TestGuest.Direct direct = new TestGuest.Direct(g);
		g.run(path);
		assertThat(TestGuest.hex(direct.irb)).startsWith("00404007");
		assertThat(TestGuest.hex(g.machine.guest(), TestGuest.IRB, 12)).isEqualTo("00C04007" + TestGuest.hex(direct.irb).substring(8, 24));
		assertThat(g.machine.guest().bytes(0x8000, 0x40)).isEqualTo(direct.storage.bytes(0x8000, 0x40));
	}

	@Test
	void theTwoStagePathSeesThatADataChainedCcwTransfersWhateverItsCommandByteSays() {
		TestGuest g = TestGuest.mapped().orb(ORB_64, 0x3000).at(0x3000, "02A00010 00008000  03200010 00009000");
		TestGuest.Direct direct = new TestGuest.Direct(g);
		g.run("two-stage");
		assertThat(g.storage()).isEqualTo(direct.bytes());
		assertThat(g.machine.guest().load8(0x9001)).isEqualTo(g.device.record[0x11] & 0xFF);
	}

	@Test
	void theDriverTakesADataChained03ForANopAndLetsItsDataGoToAnUntranslatedAddress() {
		TestGuest g = TestGuest.mapped().orb(ORB_64, 0x3000).at(0x3000, "02A00010 00008000  03200010 00009000");
		g.run("mediated");
		assertThat(TestGuest.hex(g.machine.guest(), 0x9000, 16)).isEqualTo("00".repeat(16));
		assertThat(g.machine.host().bytes(0x9000, 16)).isEqualTo(java.util.Arrays.copyOfRange(g.device.record, 16, 32));
	}

	@ParameterizedTest
	@ValueSource(strings = {"two-stage", "mediated", "linux"})
	void pagesThatFollowEachOtherInTheGuestNeedNotInTheMonitor(String path) {
		TestGuest g = TestGuest.unmapped();
		g.machine.mapping(0, 0x9000, Machine.ANY, Machine.ANY, TestGuest.RW);
		g.machine.mapping(0x9000, 0x1000, 0x3FF_8000_0000L, Machine.ANY, TestGuest.RW);
		g.machine.mapping(0xA000, TestGuest.STORAGE - 0xA000, Machine.ANY, Machine.ANY, TestGuest.RW);
		g.orb(ORB_64, 0x3000).at(0x3000, "02202000 00008800");
		TestGuest.Direct direct = new TestGuest.Direct(g);
		PathRun run = g.run(path);
		assertThat(run.returnCode()).isZero();
		assertThat(g.storage()).isEqualTo(direct.bytes());
	}

	@ParameterizedTest
	@ValueSource(strings = {"two-stage", "mediated", "linux"})
	void framesMayBeChosenAndLieAnywhere(String path) {
		TestGuest g = TestGuest.unmapped();
		g.machine.mapping(0, TestGuest.STORAGE, Machine.ANY, 0xAB_0000_0000L, TestGuest.RW);
		g.orb(ORB_64, 0x3000).at(0x3000, "02200020 00008010");
		g.run(path);
		assertThat(g.machine.host().bytes(0xAB_0000_8010L, 32)).isEqualTo(java.util.Arrays.copyOf(g.device.record, 32));
	}

	@ParameterizedTest
	@ValueSource(strings = {"two-stage", "mediated"})
	void theBlockingCallWaitsForTheEndAndTheRegionShowsEveryInterruption(String path) {
		// PCI in the second CCW: an intermediate interruption before the last.
		TestGuest g = TestGuest.mapped().orb(ORB_64, 0x3000).at(0x3000, "03600001 00000000  03680001 00000000  02200010 00008000");
		PathRun run = g.run(path);
		assertThat(TestGuest.hex(run.irb())).startsWith("00C0400F" + "00003018" + "0C800000");
		TestGuest h = TestGuest.mapped().orb(ORB_64, 0x3000).at(0x3000, "03600001 00000000  03680001 00000000  02200010 00008000");
		PathRun linux = TranslationPath.named("linux").begin(h.path);
		while (linux.irb() == null) {
			assertThat(linux.next()).isTrue();
		}
		assertThat(TestGuest.hex(linux.irb())).startsWith("00C040C9" + "00003010");
		while (linux.next()) {
			continue;
		}
		assertThat(TestGuest.hex(linux.irb())).startsWith("00C04007" + "00003018" + "0C000000");
		assertThat(h.machine.pins().pins()).isZero();
	}

	@Test
	void aSuspendedProgramWaitsUntilItIsHalted() {
		TestGuest g = TestGuest.mapped().orb("08C28000", 0x3000).at(0x3000, "03600001 00000000  03220001 00000000");
		PathRun run = TranslationPath.named("two-stage").begin(g.path);
		for (int i = 0; i < 1000 && run.next(); i++) {
			continue;
		}
		assertThat(run.finished()).isFalse();
		assertThat(run.waiting()).isTrue();
		run.halt();
		while (run.next()) {
			continue;
		}
		assertThat(run.finished()).isTrue();
		assertThat(g.machine.pins().pins()).isZero();
	}
}
