// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ccwbench.cli.Benchmarks;
import org.ccwbench.cli.Figures;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link ChannelBenchmark} and tells its figures. */
public final class Jmh implements Benchmarks {
	/** A channel program, the CCWs that it has, and whether it is recorded. */
	private record Program(String name, int ccws, boolean recorded) {}

	private static final Map<String, Program> PROGRAMS = programs();

	private static Map<String, Program> programs() {
		Map<String, Program> programs = new LinkedHashMap<>();
		for (boolean recorded : new boolean[] {false, true}) {
			for (Program p : List.of(new Program("read4096", 3, recorded), new Program("noOperations64", 64, recorded),
					new Program("noOperation", 1, recorded))) {
				programs.put((recorded ? "channel.recorded." : "channel.") + p.name, p);
			}
		}
		return programs;
	}

	@Override
	public List<String> cases() {
		return List.copyOf(PROGRAMS.keySet());
	}

	@Override
	public void measure(String name, boolean quick, Figures to) {
		// Others may measure on this machine too: figures get worse, and the share of the processor says so.
		System.setProperty("jmh.ignoreLock", "true");
		Program program = PROGRAMS.get(name);
		OptionsBuilder options = new OptionsBuilder();
		options.include("^" + ChannelBenchmark.class.getName().replace(".", "\\.") + "\\.run$").param("program", program.name)
				.param("recorded", String.valueOf(program.recorded)).addProfiler(GCProfiler.class)
				.verbosity(VerboseMode.SILENT).shouldFailOnError(true).forks(quick ? 1 : 2).warmupIterations(quick ? 3 : 5)
				.warmupTime(TimeValue.seconds(1)).measurementIterations(quick ? 2 : 5).measurementTime(TimeValue.seconds(1));
		try {
			for (RunResult run : new Runner(options.build()).run()) {
				tell(name, program, run, to);
			}
		} catch (RunnerException e) {
			throw new IllegalStateException(e);
		}
	}

	private static void tell(String name, Program program, RunResult run, Figures to) {
		double rate = run.getPrimaryResult().getScore();
		double deviation = run.getPrimaryResult().getStatistics().getStandardDeviation();
		Map<String, Result> more = run.getSecondaryResults();
		double share = more.get("share").getScore();
		to.of(name).add("programsPerSecond", rate).add("ccwsPerSecond", program.ccws * rate).add("deviation", deviation / rate)
				.add("processorShare", share).add("programsPerProcessorSecond", rate / share)
				.add("ccwsPerProcessorSecond", program.ccws * rate / share);
		Result bytes = more.get("gc.alloc.rate.norm");
		if (bytes != null) {
			to.add("allocatedBytesPerProgram", bytes.getScore()).add("allocatedBytesPerCcw", bytes.getScore() / program.ccws)
					.add("allocatedMebibytesPerSecond", more.get("gc.alloc.rate").getScore());
		}
		to.end();
	}
}
