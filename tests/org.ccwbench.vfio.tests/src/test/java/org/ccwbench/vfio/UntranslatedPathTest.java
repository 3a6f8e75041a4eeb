// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Device assignment and VFIO's mode without an IOMMU: what the guest's own program costs, reaches and cannot reach. */
class UntranslatedPathTest {
	private static final String READ_32_BYTES = "02200020 00008000";
	private static final String ORB = "00C28000";
	private static final long PAGES = TestGuest.STORAGE / 4096;

	@Test
	void assignmentPinsEveryPageOfTheGuestOnceAndTranslatesNothing() {
		TestGuest g = TestGuest.mapped().orb(ORB, 0x3000).at(0x3000, READ_32_BYTES);
		PathRun run = g.run("assignment");
		assertThat(run.statistics().pins()).isEqualTo(PAGES);
		assertThat(run.statistics().peakPins()).isEqualTo(PAGES);
		assertThat(run.statistics().unpins()).isEqualTo(PAGES);
		assertThat(run.statistics().rewrites()).isZero();
		assertThat(TestGuest.hex(g.machine.guest(), 0x8000, 4)).isEqualTo("001F3E5D");
	}

	@Test
	void pagesStayPinnedFromTheFirstStartFunctionToTheEndOfTheGuest() {
		TestGuest g = TestGuest.mapped().orb(ORB, 0x3000).at(0x3000, READ_32_BYTES);
		g.path.guestEnds(false);
		assertThat(g.run("assignment").statistics().pins()).isEqualTo(PAGES);
		assertThat(g.machine.pins().pages()).isEqualTo(PAGES);
		PathRun second = g.run("assignment");
		assertThat(second.statistics().pins()).isZero();
		assertThat(second.statistics().lookUps()).isZero();
		assertThat(second.statistics().peakPins()).isEqualTo(PAGES);
		g.path.guestEnds(true);
		assertThat(g.run("assignment").statistics().unpins()).isEqualTo(PAGES);
		assertThat(g.machine.pins().pages()).isZero();
	}

	@Test
	void behindAnIommuWhatIsNotMappedIsNotThereAndTheChannelFindsAProgramCheck() {
		TestGuest g = TestGuest.mapped().orb(ORB, 0x3000).at(0x3000, READ_32_BYTES);
		g.machine.hole(0x8000, 0x1000);
		PathRun run = g.run("assignment");
		assertThat(run.returnCode()).isZero();
		assertThat(TestGuest.hex(run.irb())).startsWith("00C04017" + "00003008" + "0020");
	}

	@Test
	void behindAnIommuADeviceCannotStoreWhereItMayOnlyRead() {
		TestGuest g = TestGuest.unmapped();
		g.machine.mapping(0, 0x8000, Machine.ANY, Machine.ANY, TestGuest.RW);
		g.machine.mapping(0x8000, 0x8000, Machine.ANY, Machine.ANY, DmaMap.READ);
		g.orb(ORB, 0x3000).at(0x3000, READ_32_BYTES);
		PathRun run = g.run("assignment");
		assertThat(run.irb()[9]).as("protection check").isEqualTo((byte) 0x10);
		assertThat(TestGuest.hex(g.machine.guest(), 0x8000, 4)).isEqualTo("00000000");
	}

	@Test
	void aPageThatIsUnmappedWhileTheGuestLivesLeavesTheTableAndIsUnpinned() {
		TestGuest g = TestGuest.mapped().orb(ORB, 0x3000).at(0x3000, READ_32_BYTES);
		g.path.guestEnds(false);
		g.run("assignment");
		g.machine.hole(0x8000, 0x1000);
		assertThat(g.machine.pins().pages()).isEqualTo(PAGES - 1);
		PathRun run = g.run("assignment");
		assertThat(run.irb()[9]).as("program check").isEqualTo((byte) 0x20);
	}

	/** 8 TiB that the IOMMU could not pin come and go without a look at any of their 2^31 pages. */
	@Test
	void aSlotThatTheIommuRefusedIsUnmappedWithoutALookAtItsPages() {
		TestGuest g = TestGuest.mapped().orb(ORB, 0x3000).at(0x3000, READ_32_BYTES);
		g.path.guestEnds(false);
		g.run("assignment");
		long start = 1L << 40;
		long length = 8L << 40;
		g.machine.mapping(start, length, Machine.ANY, Machine.ANY, TestGuest.RW);
		assertThat(g.machine.pins().pages()).as("refused").isEqualTo(PAGES);
		g.machine.hole(start + (1L << 30), 1L << 40);
		g.machine.hole(start, 1L << 30);
		assertThat(g.machine.pins().pages()).isEqualTo(PAGES);
		g.machine.hole(0x8000, 0x1000);
		assertThat(g.machine.pins().pages()).isEqualTo(PAGES - 1);
		g.path.guestEnds(true);
		g.run("assignment");
		assertThat(g.machine.pins().pages()).isZero();
	}

	@Test
	void assignmentNeedsNoPrefetch() {
		TestGuest g = TestGuest.mapped().orb("00828000", 0x3000).at(0x3000, READ_32_BYTES);
		PathRun run = g.run("assignment");
		assertThat(run.returnCode()).isZero();
		assertThat(TestGuest.hex(g.machine.guest(), 0x8000, 4)).isEqualTo("001F3E5D");
	}

	@Test
	void withoutAnIommuAWrongAddressOverwritesThePageThatTheHostHasThere() {
		TestGuest g = TestGuest.unmapped();
		g.machine.real();
		g.machine.mapping(0, 0x20000, Machine.ANY, Machine.ANY, TestGuest.RW);
		g.machine.mapping(0x20000, 0x1000, Machine.ANY, 0x500_0000, TestGuest.RW);
		g.at(0x20000, "C1C2C3C4").orb(ORB, 0x3000).at(0x3000, "02200020 05000000");
		PathRun run = g.run("noiommu");
		assertThat(run.returnCode()).isZero();
		assertThat(TestGuest.hex(g.machine.guest(), 0x20000, 4)).isEqualTo("001F3E5D");
		assertThat(run.statistics().pins()).isZero();
	}
}
