// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.benchmarks;

import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** How much of a processor the measuring thread had: less than all of it if others on this machine had the rest. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class Processor {
	/** Processor seconds of an iteration, which JMH divides by the seconds that it took. */
	public double share;
	private long before;

	/** Looks at the thread's clock. */
	@Setup(Level.Iteration)
	public void begin() {
		before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
	}

	/** Looks at it again. */
	@TearDown(Level.Iteration)
	public void end() {
		share = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
	}
}
