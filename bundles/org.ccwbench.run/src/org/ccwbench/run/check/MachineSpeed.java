// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.check;

import java.util.Arrays;

/**
 * A fixed piece of work of the kind that translating is made of: 64 look-ups in a table of 65,536 pages, each counted
 * and its result kept, and a copy of 2 KiB. How long it takes says how fast a machine is just now, whoever else is
 * using it.
 */
final class MachineSpeed {
	/**
	 * Nanoseconds on a machine on which the driver's own code takes the times that the benchmark compares with: found
	 * by measuring both on one machine at a time, the geometric mean over the seven programs.
	 */
	private static final double REFERENCE_NANOS = 85;
	private static final int PAGES = 65_536;
	private static final int LOOK_UPS = 64;
	private static final int COPIED = 2048;
	/** About as long as one sample of the benchmark. */
	private static final int TIMES = 200;

	private final long[] frames = new long[PAGES];
	private final int[] counts = new int[PAGES];
	private final long[] found = new long[LOOK_UPS];
	private final byte[] from = new byte[COPIED];
	private final byte[] to = new byte[COPIED];
	private final long[] samples;
	private int taken;
	private int page;

	/** @param most samples that are kept; older ones go first */
	MachineSpeed(int most) {
		samples = new long[most];
		for (int i = 0; i < PAGES; i++) {
			frames[i] = 0x1_0000_0000L + ((long) i << 12);
		}
	}

	/** Does the work once and forgets how long it took, to warm up. */
	void warmUp() {
		work();
	}

	void sample() {
		long start = System.nanoTime();
		work();
		samples[taken++ % samples.length] = System.nanoTime() - start;
	}

	/** How many times as long as on the reference machine the median sample took. */
	double factor() {
		long[] sorted = Arrays.copyOf(samples, Math.min(taken, samples.length));
		Arrays.sort(sorted);
		return (double) sorted[sorted.length / 2] / TIMES / REFERENCE_NANOS;
	}

	private void work() {
		for (int t = 0; t < TIMES; t++) {
			int at = page;
			for (int i = 0; i < LOOK_UPS; i++) {
				counts[at]++;
				found[i] = frames[at] + i;
				at = at + 5 & PAGES - 1;
			}
			page = at;
			from[(int) found[0] >>> 12 & COPIED - 1]++;
			System.arraycopy(from, 0, to, 0, COPIED);
		}
	}
}
