// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Counts of pins, one by one and many at a time, for few pages and for very many. */
class PinTableTest {
	private static final long PAGE = 4096;

	@Test
	void manyAtATimeCountAsManyOneByOne() {
		Random random = new Random(7);
		PinTable together = new PinTable("together");
		PinTable oneByOne = new PinTable("one by one");
		TreeMap<Long, Integer> model = new TreeMap<>();
		for (int round = 0; round < 50; round++) {
			long[] pages = random.longs(200, 0, 300).map(n -> n * PAGE).toArray();
			together.pin(pages, 20, 100, pages);
			for (int i = 20; i < 120; i++) {
				oneByOne.pin(pages[i], 0);
				model.merge(pages[i], 1, Integer::sum);
			}
			together.unpin(pages, 30, 50, pages);
			for (int i = 30; i < 80; i++) {
				oneByOne.unpin(pages[i], 0);
				model.merge(pages[i], -1, (a, b) -> a + b == 0 ? null : a + b);
			}
			model.forEach((page, n) -> assertThat(together.count(page)).isEqualTo(oneByOne.count(page)).isEqualTo(n));
			assertThat(together.pages()).isEqualTo(oneByOne.pages()).isEqualTo(model.size());
			assertThat(together.pins()).isEqualTo(oneByOne.pins());
		}
	}

	@Test
	void countsStayRightWhileEmptyPartsOfALargeTableAreGivenUp() {
		PinTable pins = new PinTable("large");
		int n = 20_000;
		long[] pages = new long[n];
		for (int i = 0; i < n; i++) {
			pages[i] = i * 100L * PAGE;
		}
		pins.pin(pages, 0, n, pages);
		pins.unpin(pages, 0, n - 3, pages);
		assertThat(pins.pages()).isEqualTo(3);
		assertThat(pins.count(pages[n - 1])).isEqualTo(1);
		assertThat(pins.count(pages[0])).isZero();
		pins.pin(pages[0], 0);
		assertThat(pins.count(pages[0])).isEqualTo(1);
		assertThat(pins.peakPages()).isEqualTo(n);
	}

	@Test
	void aCountNeverGoesBelowZero() {
		PinTable pins = new PinTable("two");
		long[] pages = {0x1000, 0x2000};
		pins.pin(pages, 0, 1, pages);
		assertThatThrownBy(() -> pins.unpin(pages, 0, 2, pages)).isInstanceOf(IllegalStateException.class).hasMessage("two: page 2000 is not pinned");
		assertThat(pins.pins()).isZero();
	}
}
