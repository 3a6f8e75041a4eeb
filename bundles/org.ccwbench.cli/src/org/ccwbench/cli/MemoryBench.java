// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Random;
import org.ccwbench.vfio.Container;
import org.ccwbench.vfio.DmaMap;
import org.ccwbench.vfio.Machine;
import org.ccwbench.vfio.Statistics;
import org.ccwbench.vfio.Type1Container;

/** What a DMA map of a million mappings takes for a look-up and a change, and what pins cost in a guest of 16 TiB. */
final class MemoryBench {
	private static final int MAPPINGS = 1_000_000;
	private static final int NEAR = 1000;
	private static final int BATCH = 100;
	private static final long PAGE = 4096;
	private static final int SAMPLES = 20_000;
	private static final long WARM_UP_NANOS = 1_000_000_000L;
	/** Longs of 32 MiB. */
	private static final int FIELD = 1 << 22;

	/** One operation, for number {@code i} of a random order. */
	private interface Operation {
		void perform(int i);
	}

	private final Figures figures;
	private final int samples;
	private final int pins;
	private long sum;

	MemoryBench(Figures figures, boolean quick) {
		this.figures = figures;
		samples = quick ? SAMPLES / 10 : SAMPLES;
		pins = quick ? 10_000 : 100_000;
	}

	void run() {
		memory();
		map();
		uneven();
		pins();
		if (sum == 0) {
			throw new IllegalStateException("nothing was found");
		}
	}

	/** What the machine takes for one access to 32 MiB in no order, each of which needs the one before. */
	private void memory() {
		long[] field = new Random(3).longs(FIELD, 0, FIELD).toArray();
		int[] at = {0};
		measure("memory.access", i -> at[0] = (int) (field[at[0]] + i) & FIELD - 1);
		sum += at[0];
	}

	private void map() {
		DmaMap map = new DmaMap(2 * MAPPINGS);
		long heap = used();
		for (int n = 0; n < MAPPINGS; n++) {
			// Every other page, so that no mapping continues another.
			map.map(iova(n), Machine.GUEST_BASE + iova(n), PAGE, DmaMap.READ | DmaMap.WRITE);
		}
		long bytes = used() - heap;
		int[] order = new Random(1).ints(1 << 16, 0, MAPPINGS).toArray();
		measure("memory.dmaMap.lookUp", i -> {
			long at = iova(order[i & order.length - 1]);
			if (map.find(at)) {
				sum += map.user(at);
			}
		});
		measure("memory.dmaMap.lookUpNear", i -> {
			long at = iova(i % NEAR);
			if (map.find(at)) {
				sum += map.user(at);
			}
		});
		measure("memory.dmaMap.unmapAndMap", i -> {
			long at = iova(order[i & order.length - 1]);
			sum += map.unmap(at, PAGE);
			map.map(at, Machine.GUEST_BASE + at, PAGE, DmaMap.READ | DmaMap.WRITE);
		});
		figures.of("memory.dmaMap").add("mappings", map.ranges()).add("bytesPerMapping", (double) bytes / MAPPINGS).end();
	}

	/** As many mappings of one to eight pages, and up to 31 pages between them. */
	private void uneven() {
		DmaMap map = new DmaMap(MAPPINGS);
		Random random = new Random(4);
		long[] starts = new long[MAPPINGS];
		long at = 0;
		for (int n = 0; n < MAPPINGS; n++) {
			long length = (1 + random.nextInt(8)) * PAGE;
			starts[n] = at;
			map.map(at, Machine.GUEST_BASE + at, length, DmaMap.READ | DmaMap.WRITE);
			at += length + random.nextInt(32) * PAGE;
		}
		long[] order = random.ints(1 << 16, 0, MAPPINGS).mapToLong(n -> starts[n]).toArray();
		measure("memory.dmaMap.lookUpUneven", i -> {
			long iova = order[i & order.length - 1];
			if (map.find(iova)) {
				sum += map.user(iova);
			}
		});
	}

	private static long iova(int n) {
		return n * 2 * PAGE;
	}

	private void measure(String name, Operation operation) {
		double[] nanos = new double[samples];
		int at = 0;
		// By the thread's own clock: on a busy machine the compiler takes its time.
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		for (long end = threads.getCurrentThreadCpuTime() + WARM_UP_NANOS; threads.getCurrentThreadCpuTime() < end;) {
			for (int i = 0; i < BATCH; i++) {
				operation.perform(at++);
			}
		}
		long before = allocated();
		for (int s = 0; s < samples; s++) {
			long t = System.nanoTime();
			for (int i = 0; i < BATCH; i++) {
				operation.perform(at++);
			}
			nanos[s] = (System.nanoTime() - t) / (double) BATCH;
		}
		double bytes = (allocated() - before) / ((double) samples * BATCH);
		Arrays.sort(nanos);
		figures.of(name).add("nanosMin", nanos[0]).add("nanosP50", nanos[samples / 2]).add("nanosP99", nanos[(int) (samples * 0.99)])
				.add("allocatedBytesPerOperation", bytes).end();
	}

	private void pins() {
		Machine machine = new Machine();
		machine.storage(0, Machine.HIGHEST);
		machine.mapAll();
		Container container = new Type1Container(machine, new Statistics());
		long[] iovas = new Random(2).longs(pins, 0, Machine.HIGHEST / PAGE).map(n -> n * PAGE).distinct().toArray();
		int n = iovas.length;
		long[] frames = new long[n];
		for (long iova : iovas) {
			// Touched beforehand: page tables are not what is measured.
			sum += machine.frame(iova);
		}
		long none = used();
		container.pin(iovas, 0, n, frames, 0, 0);
		long all = used();
		container.unpin(iovas, 0, n, frames, 0);
		long left = used();
		figures.of("memory.pins").add("guestTebibytes", Machine.HIGHEST >> 40).add("pinnedPages", n).add("bytesPerPinnedPage",
				(double) (all - none) / n).add("bytesAfterUnpinning", left - none).end();
		sum += machine.pins().peakPages();
	}

	private static long used() {
		// Not every collection moves everything together; one in four does.
		for (int i = 0; i < 4; i++) {
			System.gc();
		}
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	private static long allocated() {
		return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean t
				? t.getThreadAllocatedBytes(Thread.currentThread().threadId()) : 0;
	}
}
