// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.tests;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/** How long things took one after another, by the clock on the wall and by that of the thread. */
final class Latencies {
	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
	private long[][] nanos = new long[2][1024];
	private int n;
	private long wall;
	private long thread;

	/** One begins, on this thread. */
	void begin() {
		thread = THREADS.getCurrentThreadCpuTime();
		wall = System.nanoTime();
	}

	/** It is over. */
	void end() {
		add(System.nanoTime() - wall, THREADS.getCurrentThreadCpuTime() - thread);
	}

	private void add(long byWall, long byThread) {
		if (n == nanos[0].length) {
			nanos = new long[][] { Arrays.copyOf(nanos[0], 2 * n), Arrays.copyOf(nanos[1], 2 * n) };
		}
		nanos[0][n] = byWall;
		nanos[1][n++] = byThread;
	}

	void add(Latencies others) {
		for (int i = 0; i < others.n; i++) {
			add(others.nanos[0][i], others.nanos[1][i]);
		}
	}

	/** Median, 99th percentile and longest; what the thread itself took is what others' work on the machine changes least. */
	Figure figure(String name) {
		Figure figure = new Figure(name).add("steps", n);
		for (int clock = 0; clock < 2; clock++) {
			long[] sorted = Arrays.copyOf(nanos[clock], n);
			Arrays.sort(sorted);
			String unit = clock == 0 ? "millis" : "processorMillis";
			figure.add(unit + "P50", sorted[n / 2] / 1e6).add(unit + "P99", sorted[n * 99 / 100] / 1e6).add(unit + "Max", sorted[n - 1] / 1e6);
		}
		return figure;
	}
}
