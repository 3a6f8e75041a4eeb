// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ccwbench.channel.IoInstruction;
import org.junit.jupiter.api.Test;

/**
 * What comes in between on the linux path: other instructions, mappings that go away, paths and devices that do.
 * Condition codes as QEMU gives them (css.c, vfio/ccw.c), the rest as the driver does it (drivers/s390/cio/vfio_ccw_*).
 */
class LinuxPathTest {
	private static final String ORB = "00C28000";
	/** Reads one byte to 8000 for ever. */
	private static final String ENDLESS = "02600001 00008000  08000000 00003000";

	private final List<String> notes = new ArrayList<>();

	private TestGuest endless(DriverVersion driver) {
		TestGuest g = TestGuest.mapped().orb(ORB, 0x3000).at(0x3000, ENDLESS);
		g.path.driver(driver).listener(new VfioListener() {
			@Override
			public void noted(String words) {
				notes.add(words);
			}
		});
		return g;
	}

	private static PathRun atWork(TestGuest g) {
		PathRun run = TranslationPath.named("linux").begin(g.path);
		for (int i = 0; i < 1000; i++) {
			assertThat(run.next()).isTrue();
		}
		assertThat(run.waiting()).isTrue();
		assertThat(g.machine.pins().pins()).isEqualTo(1);
		return run;
	}

	private static void toItsEnd(TestGuest g, PathRun run) {
		for (int i = 0; i < 1000 && run.next(); i++) {
			continue;
		}
		run.end();
		assertThat(g.machine.pins().pins()).isZero();
		assertThat(g.machine.kernel().live()).isZero();
	}

	@Test
	void haltGoesThroughTheAsyncRegion() {
		TestGuest g = endless(DriverVersion.LINUX_6_12);
		PathRun run = atWork(g);
		long calls = run.statistics().systemCalls();
		assertThat(run.issue(IoInstruction.HSCH)).isZero();
		assertThat(run.statistics().systemCalls()).isEqualTo(calls + 1);
		assertThat(run.issue(IoInstruction.HSCH)).as("a halt function goes on").isEqualTo(2);
		toItsEnd(g, run);
		// Start and halt function, status pending alone.
		assertThat(TestGuest.hex(run.irb())).startsWith("00C06001");
	}

	/** Without an async region QEMU ends the function in its own subchannel (sch_handle_halt_func), and nobody tells the host. */
	@Test
	void theFirstDriverHasNoAsyncRegionAndTheMonitorPretends() {
		TestGuest g = endless(DriverVersion.LINUX_4_19);
		PathRun run = atWork(g);
		long calls = run.statistics().systemCalls();
		assertThat(run.issue(IoInstruction.HSCH)).isZero();
		assertThat(run.statistics().systemCalls()).as("no call").isEqualTo(calls);
		assertThat(notes).anyMatch(n -> n.contains("the program runs on"));
		assertThat(run.issue(IoInstruction.HSCH)).as("status is pending").isEqualTo(1);
		assertThat(run.issue(IoInstruction.CSCH)).isZero();
		assertThat(run.waiting()).isTrue();
		assertThat(g.machine.pins().pins()).as("at work as before").isEqualTo(1);
		run.abandon();
		toItsEnd(g, run);
	}

	/** Closing leaves a driver before 6.0 in standby; the monitor's reset makes it idle again. */
	@Test
	void anOldDriverTakesAProgramAgainAfterTheMonitorHasStartedAnew() {
		TestGuest g = TestGuest.mapped().orb(ORB, 0x3000).at(0x3000, "03200001 00000000");
		g.path.driver(DriverVersion.LINUX_5_17);
		PathRun run = TranslationPath.named("linux").begin(g.path);
		for (int i = 0; i < 2; i++) {
			run.next();
		}
		run.abandon();
		assertThat(TestGuest.hex(g.run("linux").irb())).startsWith("00C04007");
	}

	@Test
	void theMonitorKnowsThatTheSubchannelIsBusyOrNotSuspended() {
		TestGuest g = endless(DriverVersion.LINUX_6_12);
		PathRun run = atWork(g);
		assertThat(run.issue(IoInstruction.SSCH)).isEqualTo(2);
		assertThat(run.issue(IoInstruction.RSCH)).isEqualTo(2);
		run.issue(IoInstruction.CSCH);
		toItsEnd(g, run);
		assertThat(TestGuest.hex(run.irb())).as("clear function").startsWith("00001001");
	}

	@Test
	void cancelIsTheMonitorsOwnAndTheProgramRunsOn() {
		TestGuest g = endless(DriverVersion.LINUX_6_12);
		PathRun run = atWork(g);
		assertThat(run.issue(IoInstruction.XSCH)).isZero();
		assertThat(run.waiting()).isTrue();
		assertThat(run.issue(IoInstruction.SSCH)).as("the driver's -EBUSY").isEqualTo(2);
		assertThat(notes).anyMatch(n -> n.contains("device hears nothing"));
		run.abandon();
		toItsEnd(g, run);
	}

	/** Suspended after the first CCW (S in the ORB, flag 02 in the second CCW). The driver has freed the program then. */
	@Test
	void resumingASuspendedProgramIsBusy() {
		TestGuest g = TestGuest.mapped().orb("08C28000", 0x3000).at(0x3000, "02600001 00008000  03220001 00000000");
		PathRun run = TranslationPath.named("linux").begin(g.path);
		for (int i = 0; i < 1000 && run.next(); i++) {
			continue;
		}
		assertThat(run.finished()).isFalse();
		assertThat(run.irb()[3] & 0x20).as("suspended").isEqualTo(0x20);
		assertThat(g.machine.pins().pins()).isZero();
		assertThat(run.issue(IoInstruction.RSCH)).isEqualTo(2);
		assertThat(run.issue(IoInstruction.HSCH)).isZero();
		toItsEnd(g, run);
		assertThat(run.finished()).isTrue();
	}

	@Test
	void unmappingAPageThatTheProgramHasResetsTheDevice() {
		TestGuest g = endless(DriverVersion.LINUX_6_12);
		PathRun run = atWork(g);
		run.unmap(0x8000, 0x1000);
		assertThat(g.machine.pins().pins()).isZero();
		assertThat(g.machine.dmaMap().find(0x8000)).isFalse();
		assertThat(g.machine.dmaMap().find(0x7000)).as("what is left is mapped anew").isTrue();
		toItsEnd(g, run);
		assertThat(run.finished()).isTrue();
		assertThat(TestGuest.hex(run.irb())).as("halted").startsWith("00C06001");
	}

	/** The map has one range from 0: before 6.0 the driver looks for page 0 only, and 8000 is pinned. */
	@Test
	void anOldDriverDoesNotLetGoAndTheKernelWouldStop() {
		TestGuest g = endless(DriverVersion.LINUX_5_17);
		PathRun run = atWork(g);
		run.unmap(0x8000, 0x1000);
		assertThat(notes).anyMatch(n -> n.startsWith("Linux 5.17 looks for the first page") && n.contains("BUG"));
		toItsEnd(g, run);
	}

	/** Copied and translated, then unmapped: the reset has freed the program, and there is no ORB to be issued. */
	@Test
	void unmappingBeforeTheProgramIsIssuedIsEio() {
		TestGuest g = endless(DriverVersion.LINUX_6_12);
		PathRun[] run = new PathRun[1];
		g.path.stageBegins(stage -> {
			if (TranslationPath.named("linux").stages().get(stage).id().equals("K3")) {
				run[0].unmap(0x8000, 0x1000);
			}
		});
		run[0] = TranslationPath.named("linux").begin(g.path);
		toItsEnd(g, run[0]);
		assertThat(Errno.text(run[0].returnCode())).isEqualTo("-EIO");
		assertThat(run[0].irb()[8]).as("unit exception").isEqualTo((byte) 0x01);
	}

	/** 0406xxxx: channel path, permanent error; 0402xxxx: initialized (PoP, chapter 17). */
	@Test
	void aPathThatIsLostAndComesBackIsReportedToTheGuest() {
		TestGuest g = endless(DriverVersion.LINUX_6_12);
		int chpid = g.channel.subchannel(0).schib()[16] & 0xFF;
		PathRun run = atWork(g);
		run.pathsChanged(0x80, true);
		run.pathsChanged(0x80, false);
		assertThat(run.reports()).containsExactly(0x0406_0000 | chpid, 0x0402_0000 | chpid);
		toItsEnd(g, run);
	}

	/** 0304nnnn: subchannel, installed parameters initialized: something was plugged or unplugged. */
	@Test
	void aDeviceThatGoesIsUnpluggedAndReported() {
		TestGuest g = endless(DriverVersion.LINUX_6_12);
		PathRun run = atWork(g);
		g.channel.detach(0);
		for (int i = 0; i < 1000 && run.next(); i++) {
			continue;
		}
		assertThat(run.reports()).containsExactly(0x0304_0000);
		assertThat(g.machine.pins().pins()).as("freed as soon as the driver knows").isZero();
		assertThat(run.irb()).isNull();
		for (IoInstruction i : new IoInstruction[] {IoInstruction.HSCH, IoInstruction.CSCH, IoInstruction.SSCH, IoInstruction.RSCH}) {
			assertThat(run.issue(i)).as(i.name()).isEqualTo(3);
		}
		run.abandon();
		assertThat(g.run("linux").conditionCode()).isEqualTo(3);
	}

	@Test
	void theDeviceIsOpenedOnceAGuest() {
		TestGuest g = TestGuest.mapped().orb(ORB, 0x3000).at(0x3000, "02200020 00008000");
		long[] calls = new long[2];
		for (int n = 0; n < 2; n++) {
			PathRun run = TranslationPath.named("linux").begin(g.path);
			while (run.next()) {
				continue;
			}
			calls[n] = run.statistics().systemCalls();
		}
		assertThat(calls).containsExactly(9, 2);
	}

	@Test
	void aMonitorThatForcesPrefetchingWarns() {
		TestGuest g = TestGuest.mapped().orb("00828000", 0x3000).at(0x3000, "02200020 00008000");
		g.path.forcePrefetch(true).listener(new VfioListener() {
			@Override
			public void noted(String words) {
				notes.add(words);
			}
		});
		assertThat(g.run("linux").returnCode()).isZero();
		assertThat(notes).containsExactly(
				"monitor's warning: the ORB has no prefetch flag, which is forced on; a program that changes itself may fail");
	}
}
