// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ccwbench.storage.AddressSpace;
import org.ccwbench.storage.PageTable;
import org.junit.jupiter.api.Test;

/** Guests of several slots with holes, up to 16 TiB; slots that come and go, and balloons, while something is pinned. */
class MemorySlotsTest {
	private static final long TIB = 1L << 40;
	private static final int PAGE = AddressSpace.PAGE_SIZE;

	private static Machine machine() {
		Machine m = new Machine();
		m.storage(0, 1 << 20);
		m.storage(TIB, 3 * TIB);
		m.storage(6 * TIB, 10 * TIB);
		m.mapAll();
		return m;
	}

	private static long pin(Machine m, Container c, long iova) {
		long[] frame = {0};
		return c.pin(new long[] {iova}, 0, 1, frame, 0, 0) < 0 ? -1 : frame[0];
	}

	private static Container container(Machine m) {
		return new Type1Container(m, new Statistics());
	}

	@Test
	void aGuestOf16TibCostsWhatIsTouched() {
		Machine m = machine();
		m.guest().store32(16 * TIB - 4, 0xCAFE);
		m.guest().store32(TIB, 0xBABE);
		assertThat(m.guest().load32(16 * TIB - 4)).isEqualTo(0xCAFE);
		assertThat(m.guest().contains(4 * TIB, 1)).isFalse();
		assertThat(m.guest().contains(16 * TIB, 1)).isFalse();
		assertThat(m.host().framesInUse()).isEqualTo(2);
		Container c = container(m);
		assertThat(pin(m, c, 16 * TIB - PAGE)).isEqualTo(m.frame(16 * TIB - PAGE));
		assertThat(pin(m, c, 5 * TIB)).isEqualTo(-1);
		assertThat(m.pins().pages()).isEqualTo(1);
	}

	@Test
	void whatIsUnpluggedIsGoneAndComesBackAsZeros() {
		Machine m = machine();
		m.guest().store32(TIB + 8, 0x1234);
		m.slots().unplug(TIB, 3 * TIB);
		assertThat(m.guest().contains(TIB + 8, 4)).isFalse();
		assertThat(m.dmaMap().find(TIB)).isFalse();
		assertThat(m.dmaMap().find(6 * TIB)).isTrue();
		assertThat(m.slots().plug(TIB, 3 * TIB)).isZero();
		assertThat(m.guest().load32(TIB + 8)).isZero();
		assertThat(m.dmaMap().find(4 * TIB - 1)).isTrue();
	}

	@Test
	void aFrameThatIsPinnedStaysWithItsPinWhenItsSlotIsUnplugged() {
		Machine m = machine();
		Container c = container(m);
		long frame = pin(m, c, TIB);
		m.slots().unplug(TIB, TIB);
		m.slots().plug(TIB, TIB);
		m.host().store32(frame, 0xDEAD);
		assertThat(m.guest().load32(TIB)).isZero();
		assertThat(m.frame(TIB)).isNotEqualTo(frame);
		c.unpin(new long[] {TIB}, 0, 1, new long[] {frame}, 0);
		assertThat(m.pins().pages()).isZero();
	}

	@Test
	void aBalloonTakesTheFrameAndLeavesTheMapping() {
		Machine m = machine();
		m.guest().store32(0x8000, 0x55);
		m.guest().store32(0x9000, 0x66);
		Container c = container(m);
		long frame = pin(m, c, 0x8000);
		m.slots().balloon(0x8000, 2 * PAGE);
		assertThat(m.host().load32(frame)).isEqualTo(0x55);
		assertThat(m.guest().load32(0x8000)).isZero();
		assertThat(m.guest().load32(0x9000)).isZero();
		assertThat(m.dmaMap().find(0x8000)).isTrue();
		assertThat(pin(m, c, 0x8000)).isNotEqualTo(frame);
	}

	@Test
	void onlyFreeRangesBelow16TibCanBePlugged() {
		Machine m = machine();
		assertThat(m.slots().plug(0, PAGE)).isEqualTo(-Errno.EEXIST);
		assertThat(m.slots().plug(4 * TIB - PAGE, 2 * PAGE)).isEqualTo(-Errno.EEXIST);
		assertThat(m.slots().plug(16 * TIB, PAGE)).isEqualTo(-Errno.EINVAL);
		assertThat(m.slots().plug(4 * TIB, 2 * TIB)).isZero();
		assertThat(m.guest().contains(6 * TIB - 8, 16)).isTrue();
	}

	@Test
	void theLimitOfLockedMemoryCountsFramesNotPins() {
		Machine m = machine();
		m.lockedLimit(1);
		Container c = container(m);
		assertThat(pin(m, c, 0x8000)).isPositive();
		assertThat(pin(m, c, 0x8800)).isPositive();
		assertThat(c.pin(new long[] {0x9000}, 0, 1, new long[1], 0, 0)).isEqualTo(-Errno.ENOMEM);
		m.lockedLimit(2);
		assertThat(pin(m, c, 0x9000)).isPositive();
	}

	/** Against a model of which of 32 pages have storage and which hold what was stored last. */
	@Property(tries = 200)
	void anySequenceIsWhatItWouldBeForPagesOneByOne(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int steps) {
		Random random = new Random(seed);
		Machine m = new Machine();
		m.storage(0, 16 * PAGE);
		m.mapAll();
		Container c = container(m);
		boolean[] there = new boolean[32];
		long[] content = new long[32];
		java.util.Arrays.fill(there, 0, 16, true);
		for (int s = 0; s < steps; s++) {
			int at = random.nextInt(32);
			int n = 1 + random.nextInt(Math.min(8, 32 - at));
			switch (random.nextInt(5)) {
				case 0 -> {
					m.slots().unplug((long) at * PAGE, (long) n * PAGE);
					for (int p = at; p < at + n; p++) {
						there[p] = false;
						content[p] = 0;
					}
				}
				case 1 -> {
					boolean free = true;
					for (int p = at; p < at + n; p++) {
						free &= !there[p];
					}
					assertThat(m.slots().plug((long) at * PAGE, (long) n * PAGE)).isEqualTo(free ? 0 : -Errno.EEXIST);
					java.util.Arrays.fill(there, at, at + n, true);
					for (int p = at; !free && p < at + n; p++) {
						there[p] = m.guest().contains((long) p * PAGE, PAGE);
					}
				}
				case 2 -> {
					m.slots().balloon((long) at * PAGE, (long) n * PAGE);
					java.util.Arrays.fill(content, at, at + n, 0);
				}
				case 3 -> assertThat(pin(m, c, (long) at * PAGE) >= 0).isEqualTo(there[at]);
				default -> {
					if (there[at]) {
						m.guest().store64((long) at * PAGE, content[at] = random.nextLong());
					}
				}
			}
			for (int p = 0; p < 32; p++) {
				assertThat(m.guest().contains((long) p * PAGE, PAGE)).as("page %d", p).isEqualTo(there[p]);
				assertThat(m.dmaMap().find((long) p * PAGE)).isEqualTo(there[p]);
				if (there[p]) {
					assertThat(m.guest().load64((long) p * PAGE)).isEqualTo(content[p]);
				} else {
					assertThat(m.guestPages().target((long) p * PAGE)).isEqualTo(PageTable.UNMAPPED);
				}
			}
		}
	}
}
