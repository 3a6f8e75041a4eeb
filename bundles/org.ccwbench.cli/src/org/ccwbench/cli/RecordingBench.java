// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import java.util.Random;
import org.ccwbench.run.Event;
import org.ccwbench.run.Recording;
import org.ccwbench.storage.Storage;

/** What a session of ten million events costs, and how fast one gets about in it. */
final class RecordingBench {
	private static final int READS = 2_000_000;

	private final Figures figures;
	private final int events;

	RecordingBench(Figures figures, boolean quick) {
		this.figures = figures;
		events = quick ? 1_000_000 : 10_000_000;
	}

	void run() {
		fill(events / 10, false);
		fill(events / 10, true);
		double off = fill(events, false);
		double on = fill(events, true);
		figures.of("recording.store").add("events", events).add("nanosUnrecorded", off).add("nanosRecorded", on).end();
	}

	/** Nanoseconds a store. */
	private double fill(int n, boolean recording) {
		Storage s = new Storage("bench", 1 << 20);
		try (Recording r = new Recording()) {
			long heap = used();
			if (recording) {
				r.watch(s);
			}
			long t = System.nanoTime();
			for (int i = 0; i < n; i++) {
				s.store64((long) i * 72 & 0xFFFF8, i);
			}
			double each = (System.nanoTime() - t) / (double) n;
			if (recording && n == events) {
				long held = used() - heap;
				figures.of("recording.kept").add("bytesPerEvent", (double) r.bytes() / r.size())
						.add("heapBytesPerEvent", Math.max(0, held) / (double) r.size()).end();
				about(r, s);
			}
			return each;
		}
	}

	private void about(Recording r, Storage s) {
		Event e = new Event();
		Random random = new Random(1);
		long sum = 0;
		long t = System.nanoTime();
		for (int i = 0; i < READS; i++) {
			r.read(random.nextInt((int) r.size()), e);
			sum += e.address();
		}
		double read = (System.nanoTime() - t) / (double) READS;
		t = System.nanoTime();
		r.move(r.size(), 0);
		double back = (System.nanoTime() - t) / (double) r.size();
		t = System.nanoTime();
		r.move(0, r.size());
		double forth = (System.nanoTime() - t) / (double) r.size();
		figures.of("recording.read").add("nanosPerEvent", read).end();
		figures.of("recording.back").add("nanosPerEvent", back).add("secondsInAll", back * r.size() / 1e9).end();
		figures.of("recording.forth").add("nanosPerEvent", forth).add("secondsInAll", forth * r.size() / 1e9).end();
		if (s.load64((r.size() - 1) * 72 & 0xFFFF8) != r.size() - 1 || sum == 0) {
			throw new BadInputException("going back and forth did not give the same state");
		}
	}

	private static long used() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}
}
