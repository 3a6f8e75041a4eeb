// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Channel programs a second on one thread, from START SUBCHANNEL to TEST SUBCHANNEL. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ChannelBenchmark {
	/** Programs of one recording, which grows without end otherwise. */
	private static final int BATCH = 20_000;
	private static final long WARM_UP_NANOS = 1_000_000_000L;

	/** Which program. */
	@Param({"read4096", "noOperations64", "noOperation"})
	public String program;

	/** Whether all that changes and all that the channel tells is recorded. */
	@Param({"false", "true"})
	public boolean recorded;

	private ChannelLoop loop;
	private int left;

	/** Makes the machine and warms up. */
	@Setup
	public void prepare() {
		loop = switch (program) {
			case "read4096" -> new ChannelLoop().defineExtentLocateRecordRead();
			case "noOperations64" -> new ChannelLoop().noOperations(64);
			default -> new ChannelLoop().noOperations(1);
		};
		left = recorded ? 0 : Integer.MAX_VALUE;
		// By the thread's own clock, because on a busy machine the compiler is not done after a few seconds of the day.
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		for (long end = threads.getCurrentThreadCpuTime() + WARM_UP_NANOS; threads.getCurrentThreadCpuTime() < end;) {
			for (int i = 0; i < 1000; i++) {
				run(null);
			}
		}
	}

	/** Throws the last recording away. */
	@TearDown
	public void end() {
		loop.unrecorded();
	}

	/** Runs the program. Opening a recording and closing it is part of recording. */
	@Benchmark
	public void run(Processor processor) {
		if (recorded && left-- == 0) {
			loop.recorded();
			left = BATCH;
		}
		loop.once();
	}
}
