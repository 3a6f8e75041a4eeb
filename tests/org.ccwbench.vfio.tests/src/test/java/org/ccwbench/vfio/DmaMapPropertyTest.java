// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The DMA map against a plain sorted map that does the same slowly. */
class DmaMapPropertyTest {
	private record Range(long length, long user, int permissions) {}

	@Property(tries = 60)
	void findsMapsAndUnmapsAsASortedMapDoesAndCanBeUndone(@ForAll long seed) {
		Random random = new Random(seed);
		DmaMap map = new DmaMap();
		TreeMap<Long, Range> model = new TreeMap<>();
		List<Runnable> undo = new ArrayList<>();
		map.addListener(new DmaMap.Listener() {
			@Override
			public void mapping(long iova, long user, long length, int permissions) {
				undo.add(() -> map.restoreUnmapped(iova));
			}

			@Override
			public void unmapping(long iova, long user, long length, int permissions) {
				undo.add(() -> map.restoreMapped(iova, user, length, permissions));
			}
		});
		for (int i = 0; i < 2000; i++) {
			long iova = random.nextInt(4000) * 4096L;
			long length = (1 + random.nextInt(4)) * 4096L;
			if (random.nextInt(3) != 0) {
				boolean free = model.floorEntry(iova + length - 1) == null
						|| model.floorEntry(iova + length - 1).getKey() + model.floorEntry(iova + length - 1).getValue().length <= iova;
				int rc = map.map(iova, iova + 0x7000_0000L, length, 3);
				assertThat(rc).isEqualTo(free ? 0 : -Errno.EEXIST);
				if (free) {
					model.put(iova, new Range(length, iova + 0x7000_0000L, 3));
				}
			} else {
				unmap(map, model, iova, length);
			}
			long probe = random.nextInt(4100 * 4096);
			var e = model.floorEntry(probe);
			boolean there = e != null && probe < e.getKey() + e.getValue().length;
			assertThat(map.find(probe)).isEqualTo(there);
			if (there) {
				assertThat(map.user(probe)).isEqualTo(e.getValue().user + (probe - e.getKey()));
				assertThat(map.start()).isEqualTo(e.getKey());
			}
			assertThat(map.ranges()).isEqualTo(model.size());
		}
		for (int i = undo.size() - 1; i >= 0; i--) {
			undo.get(i).run();
		}
		assertThat(map.ranges()).isZero();
		assertThat(map.findNext(0)).isFalse();
	}

	@Property(tries = 20)
	void findsEachOfThousandsOfRangesHoweverUnevenlyTheyAreSpread(@ForAll long seed) {
		Random random = new Random(seed);
		DmaMap map = new DmaMap();
		TreeMap<Long, Long> ends = new TreeMap<>();
		for (int i = 0; i < 20_000; i++) {
			// Dense near 0, ever sparser above; later ones go where earlier ones were taken away.
			long iova = (long) (Math.pow(random.nextDouble(), 8) * (1L << 40)) * 4096;
			long length = (1 + random.nextInt(8)) * 4096L;
			Long taken = ends.floorKey(iova);
			if (i > 10_000 && taken != null && random.nextBoolean()) {
				assertThat(map.unmap(taken, ends.get(taken) - taken)).isEqualTo(ends.get(taken) - taken);
				ends.remove(taken);
			}
			if (map.map(iova, iova, length, 3) == 0) {
				ends.put(iova, iova + length);
			}
		}
		assertThat(map.ranges()).isEqualTo(ends.size());
		ends.forEach((start, end) -> {
			assertThat(map.find(end - 1)).isTrue();
			assertThat(map.start()).isEqualTo(start);
			assertThat(map.find(end)).isEqualTo(ends.containsKey(end));
			assertThat(map.findNext(end)).isEqualTo(ends.higherKey(start) != null);
		});
	}

	private static void unmap(DmaMap map, TreeMap<Long, Range> model, long iova, long length) {
		var first = model.floorEntry(iova);
		var last = model.floorEntry(iova + length - 1);
		boolean splits = first != null && first.getKey() < iova && first.getKey() + first.getValue().length > iova
				|| last != null && last.getKey() + last.getValue().length > iova + length;
		if (splits) {
			assertThat(map.unmap(iova, length)).isEqualTo(-Errno.EINVAL);
			return;
		}
		var within = model.subMap(iova, iova + length);
		long bytes = within.values().stream().mapToLong(Range::length).sum();
		assertThat(map.unmap(iova, length)).isEqualTo(bytes);
		within.clear();
	}
}
