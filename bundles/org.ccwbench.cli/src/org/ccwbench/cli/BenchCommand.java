// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.ccwbench.run.check.TranslationBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures and prints; nothing is asserted. */
@Command(name = "bench", mixinStandardHelpOptions = true, sortOptions = false,
		description = {"Measures the channel subsystem, recording, the translator, the DMA map, agents and the workbench on this machine: one line of JSON a case."
				+ " Figures are printed, not judged.", ""},
		footerHeading = "%nExamples:%n",
		footer = {"  ccwb bench", "  ccwb bench channel --quick", "  ccwb bench channel.read4096", "  ccwb bench workbench", "",
			"Exit codes: 0 measured, 2 bad input."})
final class BenchCommand implements Callable<Integer> {
	private static final String CHANNEL = "channel";
	private static final String RECORDING = "recording";
	private static final String TRANSLATION = "translation";
	private static final String MEMORY = "memory";
	private static final String AGENT = "agent";
	/** Measured by the script that starts this, in the product and on a display of its own. */
	private static final String WORKBENCH = "workbench";

	@Parameters(arity = "0..*", paramLabel = "WHAT", description = "channel, recording, translation, memory, agent, workbench, or a case of channel by its name;"
			+ " all without it")
	List<String> what = List.of();

	@Option(names = "--quick", description = "a tenth of the work, rougher figures")
	boolean quick;

	private final Terminal terminal;

	BenchCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public Integer call() {
		Benchmarks benchmarks = ServiceLoader.load(Benchmarks.class).findFirst().orElse(null);
		List<String> known = new ArrayList<>(List.of(CHANNEL, RECORDING, TRANSLATION, MEMORY, AGENT, WORKBENCH));
		if (benchmarks != null) {
			known.addAll(benchmarks.cases());
		}
		for (String w : what) {
			if (!known.contains(w)) {
				throw new BadInputException("nothing to measure called \"" + w + "\"" + Nearest.didYouMean(w, known)
						+ "; there are " + String.join(", ", known));
			}
		}
		List<String> chosen = what.isEmpty() ? List.of(CHANNEL, RECORDING, TRANSLATION, MEMORY, AGENT) : what;
		if (chosen.contains(WORKBENCH)) {
			throw new BadInputException("the workbench is measured by ./ccwb bench in the source tree only");
		}
		if (benchmarks == null && chosen.contains(CHANNEL)) {
			throw new BadInputException("the channel is measured by ./ccwb bench in the source tree only");
		}
		Figures figures = new Figures(terminal.out);
		figures.of("machine").add("processors", Runtime.getRuntime().availableProcessors()).add("java", System.getProperty("java.version"))
				.add("heapMebibytes", Runtime.getRuntime().maxMemory() >> 20).end();
		for (String w : chosen) {
			switch (w) {
				case RECORDING -> new RecordingBench(figures, quick).run();
				case TRANSLATION -> translation(figures);
				case MEMORY -> new MemoryBench(figures, quick).run();
				case AGENT -> new AgentBench(figures, quick).run();
				default -> channel(benchmarks, w, figures);
			}
		}
		return 0;
	}

	private void channel(Benchmarks benchmarks, String what, Figures figures) {
		for (String name : benchmarks.cases()) {
			if (what.equals(CHANNEL) || what.equals(name)) {
				benchmarks.measure(name, quick, figures);
			}
		}
	}

	/** The driver's behaviour 6.12: copy the chains, translate and pin, give the host ORB, free. */
	private void translation(Figures figures) {
		TranslationBench bench = new TranslationBench();
		for (String name : bench.names()) {
			TranslationBench.Result r = bench.run(name, quick ? 200 : 2000);
			double ratio = r.p50() / r.referenceMicros();
			figures.of("translation." + name).add("microsMean", r.micros()).add("microsMin", r.min()).add("microsP50", r.p50())
					.add("microsP99", r.p99()).add("allocatedBytesPerProgram", r.allocated())
					.add("microsOfReference", r.referenceMicros()).add("toReference", ratio)
					.add("toReferenceAdjusted", ratio / r.machine()).end();
		}
	}
}
