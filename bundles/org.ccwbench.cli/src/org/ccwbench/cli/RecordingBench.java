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

	private final Terminal terminal;
	private final int events;

	RecordingBench(Terminal terminal, boolean quick) {
		this.terminal = terminal;
		events = quick ? 1_000_000 : 10_000_000;
	}

	void run() {
		terminal.out.printf(terminal.bold("Recording") + ", %,d stores of 8 bytes%n", events);
		fill(events / 10, false);
		fill(events / 10, true);
		double off = fill(events, false);
		double on = fill(events, true);
		terminal.out.printf("  a store                        %8.1f ns without recording, %.1f ns with it%n", off, on);
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
				terminal.out.printf("  kept of an event               %8.1f bytes, %.2f of them on the Java heap%n", (double) r.bytes() / r.size(),
						Math.max(0, held) / (double) r.size());
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
		terminal.out.printf("  reading an event anywhere      %8.1f ns%n", read);
		terminal.out.printf("  from the end to the beginning  %8.1f ns an event, %.2f s in all%n", back, back * r.size() / 1e9);
		terminal.out.printf("  and to the end again           %8.1f ns an event, %.2f s in all%n", forth, forth * r.size() / 1e9);
		if (s.load64((r.size() - 1) * 72 & 0xFFFF8) != r.size() - 1 || sum == 0) {
			throw new BadInputException("going back and forth did not give the same state");
		}
	}

	private static long used() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}
}
