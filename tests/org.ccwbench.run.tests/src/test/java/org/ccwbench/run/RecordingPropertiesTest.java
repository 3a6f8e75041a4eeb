// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ccwbench.storage.AddressSpace;
import org.ccwbench.vfio.DmaMap;

/** Whatever changes, every position of the recording gives back the state that was there, to the bit. */
class RecordingPropertiesTest {
	private static final long PAGE = AddressSpace.PAGE_SIZE;

	private record Known(long position, String state) {}

	@Property(tries = 60)
	void seekingToAnyPositionGivesTheStateThatWasThere(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int changes) {
		Random random = new Random(seed);
		RecordedState s = new RecordedState();
		List<Known> known = new ArrayList<>();
		known.add(new Known(0, s.snapshot()));
		for (int i = 0; i < changes; i++) {
			change(s, random);
			known.add(new Known(s.recording.size(), s.snapshot()));
		}
		s.recording.stop();
		long at = s.recording.size();
		for (int i = 0; i < 40; i++) {
			Known k = known.get(random.nextInt(known.size()));
			s.recording.move(at, k.position);
			at = k.position;
			assertThat(s.snapshot()).as("position %d of %d", at, s.recording.size()).isEqualTo(k.state);
		}
		s.recording.close();
	}

	@Property(tries = 40)
	void backToTheBeginningAndForthAgainChangesNothing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int changes) {
		Random random = new Random(seed);
		RecordedState s = new RecordedState();
		String before = s.snapshot();
		for (int i = 0; i < changes; i++) {
			change(s, random);
		}
		s.recording.stop();
		String after = s.snapshot();
		for (int i = 0; i < 3; i++) {
			s.recording.move(s.recording.size(), 0);
			assertThat(s.snapshot()).isEqualTo(before);
			s.recording.move(0, s.recording.size());
			assertThat(s.snapshot()).isEqualTo(after);
		}
		s.recording.close();
	}

	private static void change(RecordedState s, Random random) {
		long page = random.nextInt(RecordedState.PAGES) * PAGE;
		switch (random.nextInt(10)) {
			case 0, 1, 2 -> {
				byte[] b = new byte[1 + random.nextInt(random.nextInt(8) == 0 ? 9000 : 64)];
				random.nextBytes(b);
				s.storage.store(random.nextInt(RecordedState.SIZE - b.length), b, 0, b.length);
			}
			case 3 -> s.storage.store64(random.nextInt(RecordedState.SIZE - 8), random.nextLong());
			case 4 -> s.registers.store32(random.nextInt(100), random.nextInt());
			case 5 -> s.storage.setKey(page, random.nextInt(128));
			case 6 -> s.table.map(page, random.nextInt(3) == 0 ? -1 : random.nextInt(1000) * PAGE);
			case 7 -> s.pins.pin(page, 1);
			case 8 -> {
				if (s.pins.count(page) > 0) {
					s.pins.unpin(page, 1);
				}
			}
			default -> {
				if (random.nextBoolean()) {
					s.map.map(page, random.nextInt(1000) * PAGE, PAGE, DmaMap.READ | random.nextInt(2) * DmaMap.WRITE);
				} else {
					s.map.unmap(page, PAGE);
				}
			}
		}
	}
}
