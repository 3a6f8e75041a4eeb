// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Spaces that lie on others, the tables between them, and pins. */
class MappedSpaceTest {
	private final Storage host = new Storage("host absolute", 1 << 20);
	private final PageTable table = new PageTable("monitor to host");
	private final MappedSpace monitor = new MappedSpace("monitor virtual", table, host, null);

	@Test
	void anAccessGoesPageByPageToWhereTheTableSays() {
		table.map(0x7F00_0000L, 0x5000);
		table.map(0x7F00_1000L, 0x3000);
		monitor.store64(0x7F00_0FFCL, 0x0102_0304_0506_0708L);
		assertThat(host.bytes(0x5FFC, 4)).containsExactly(1, 2, 3, 4);
		assertThat(host.bytes(0x3000, 4)).containsExactly(5, 6, 7, 8);
		assertThat(monitor.load64(0x7F00_0FFCL)).isEqualTo(0x0102_0304_0506_0708L);
		assertThat(monitor.load32(0x7F00_0FFEL)).isEqualTo(0x0304_0506L);
		assertThat(monitor.translate(0x7F00_0123L)).isEqualTo(0x5123);
	}

	@Test
	void nothingIsStoredIfAPageIsMissing() {
		table.map(0x1000, 0x5000);
		assertThatThrownBy(() -> monitor.store(0x1FF0, new byte[32], 0, 32)).isInstanceOf(AddressingException.class)
				.hasMessage("monitor virtual has no storage at 2000");
		assertThat(host.framesInUse()).isZero();
		assertThat(monitor.contains(0x1FF0, 32)).isFalse();
		assertThat(monitor.contains(0x1000, 0x1000)).isTrue();
		assertThatThrownBy(() -> monitor.load(Long.MAX_VALUE - 4, new byte[16], 0, 16))
				.isInstanceOf(AddressingException.class);
	}

	@Test
	void aFaultIsResolvedAtFirstTouchAndAskingIsNoTouch() {
		List<Long> mapped = new ArrayList<>();
		table.journal(new Journal() {
			@Override
			public void mapping(PageTable t, long page, long oldTarget, long newTarget) {
				assertThat(oldTarget).isEqualTo(PageTable.UNMAPPED);
				mapped.add(page);
			}
		});
		MappedSpace lazy = new MappedSpace("lazy", table, host, page -> page < 0x10000 ? page + 0x8000 : PageTable.UNMAPPED);
		assertThat(lazy.contains(0x2000, 0x2000)).isTrue();
		assertThat(lazy.contains(0xF000, 0x1001)).isFalse();
		assertThat(mapped).isEmpty();
		lazy.store8(0x2345, 9);
		lazy.store8(0x2346, 9);
		assertThat(mapped).containsExactly(0x2000L);
		assertThat(host.load8(0xA345)).isEqualTo(9);
	}

	@Test
	void theFirstPageOfTheSpaceBelowIsATargetLikeAnyOther() {
		table.map(0x9000, 0);
		assertThat(table.target(0x9FFF)).isZero();
		assertThat(table.target(0xA000)).isEqualTo(PageTable.UNMAPPED);
		table.map(0x9000, PageTable.UNMAPPED);
		assertThat(table.target(0x9000)).isEqualTo(PageTable.UNMAPPED);
		assertThat(monitor.translate(0x9000)).isEqualTo(PageTable.UNMAPPED);
	}

	@Test
	void pinsAreCountedByPageAndNeverGoBelowZero() {
		PinTable pins = new PinTable("host frames");
		pins.pin(0x5000, 1);
		pins.pin(0x5FFF, 2);
		pins.pin(0x1_0000_0000L, 1);
		assertThat(pins.count(0x5800)).isEqualTo(2);
		assertThat(pins.pins()).isEqualTo(3);
		assertThat(pins.pages()).isEqualTo(2);
		pins.unpin(0x5000, 1);
		pins.unpin(0x5000, 2);
		assertThat(pins.pages()).isEqualTo(1);
		assertThat(pins.peakPages()).isEqualTo(2);
		assertThatThrownBy(() -> pins.unpin(0x5000, 1)).hasMessage("host frames: page 5000 is not pinned");
		List<Long> pinned = new ArrayList<>();
		pins.forEach((page, count) -> pinned.add(page));
		assertThat(pinned).containsExactly(0x1_0000_0000L);
	}
}
