// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.ccwbench.run.check.TranslationBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures and prints; nothing is asserted. */
@Command(name = "bench", mixinStandardHelpOptions = true, sortOptions = false,
		description = {"Measures recording, the channel subsystem and the translator on this machine. Figures are printed, not judged.", ""},
		footerHeading = "%nExamples:%n",
		footer = {"  ccwb bench", "  ccwb bench recording --quick", "", "Exit codes: 0 measured, 2 bad input."})
final class BenchCommand implements Callable<Integer> {
	private static final List<String> ALL = List.of("recording", "channel", "translation");

	@Parameters(arity = "0..*", paramLabel = "WHAT", description = "recording, channel, translation; all without it")
	List<String> what = List.of();

	@Option(names = "--quick", description = "a tenth of the work, rougher figures")
	boolean quick;

	private final Terminal terminal;

	BenchCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public Integer call() {
		for (String w : what) {
			if (!ALL.contains(w)) {
				throw new BadInputException("nothing to measure called \"" + w + "\"" + Nearest.didYouMean(w, ALL)
						+ "; there are " + String.join(", ", ALL));
			}
		}
		List<String> chosen = what.isEmpty() ? ALL : what;
		terminal.out.printf("%d processors, Java %s, heap at most %d MiB%n", Runtime.getRuntime().availableProcessors(),
				System.getProperty("java.version"), Runtime.getRuntime().maxMemory() >> 20);
		if (chosen.contains("recording")) {
			new RecordingBench(terminal, quick).run();
		}
		if (chosen.contains("channel")) {
			new ChannelBench(terminal, quick).run();
		}
		if (chosen.contains("translation")) {
			translation();
		}
		return 0;
	}

	private void translation() {
		terminal.out.println(terminal.bold("Translation") + " (behaviour 6.12): copy the chains, translate and pin, give the host ORB, free");
		terminal.out.printf("  %-28s %9s %9s %9s %9s %9s %8s %8s %8s%n", "program", "us mean", "us min", "us p50", "us p99", "B alloc", "us ref.",
				"to ref.", "adjusted");
		TranslationBench bench = new TranslationBench();
		for (String name : bench.names()) {
			TranslationBench.Result r = bench.run(name, quick ? 200 : 2000);
			double ratio = r.p50() / r.referenceMicros();
			terminal.out.printf("  %-28s %9.3f %9.3f %9.3f %9.3f %9.1f %8.2f %8.2f %8.2f%n", name, r.micros(), r.min(), r.p50(), r.p99(),
					r.allocated(), r.referenceMicros(), ratio, ratio / r.machine());
			terminal.out.flush();
		}
		terminal.out.println("  ref.: what the driver's own code took, compiled for user space, with a table look-up as pin, on two shared cores");
		terminal.out.println("  to ref.: the median to that; adjusted: as if this machine were as fast as that one, by a fixed piece of work in between");
	}
}
