// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Repeats a piece of work and says how long one repetition takes. */
final class Samples {
	/** The work, so many times. */
	interface Work {
		void repeat(int times);
	}

	private static final int COUNT = 200;

	final double nanosMin;
	final double nanosMedian;
	final double nanosP99;
	final double allocated;

	private Samples(double[] nanos, double allocated) {
		Arrays.sort(nanos);
		nanosMin = nanos[0];
		nanosMedian = nanos[nanos.length / 2];
		nanosP99 = nanos[(int) (nanos.length * 0.99)];
		this.allocated = allocated;
	}

	/** @param millis for measuring; as much again goes before it to warm up */
	static Samples of(Work work, long millis) {
		long end = System.nanoTime() + millis * 1_000_000;
		int times = 1;
		long took;
		do {
			long t = System.nanoTime();
			work.repeat(times);
			took = System.nanoTime() - t;
			times = took < millis * 1_000_000 / COUNT ? Math.min(times * 2, 1 << 24) : times;
		} while (System.nanoTime() < end);
		times = (int) Math.max(1, times * (millis * 1_000_000.0 / COUNT / Math.max(took, 1)));
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long id = Thread.currentThread().threadId();
		double[] nanos = new double[COUNT];
		long before = threads.getThreadAllocatedBytes(id);
		for (int i = 0; i < COUNT; i++) {
			long t = System.nanoTime();
			work.repeat(times);
			nanos[i] = (System.nanoTime() - t) / (double) times;
		}
		long allocated = threads.getThreadAllocatedBytes(id) - before;
		return new Samples(nanos, allocated / ((double) times * COUNT));
	}
}
