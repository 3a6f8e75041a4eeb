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
		terminal.out.printf("  %-28s %10s %10s %10s %10s %12s %8s%n", "program", "us mean", "us min", "us p50", "us p99", "bytes alloc", "to ref.");
		TranslationBench bench = new TranslationBench();
		for (String name : bench.names()) {
			for (boolean counted : new boolean[] {true, false}) {
				TranslationBench.Result r = bench.run(name, quick ? 200 : 2000, counted);
				terminal.out.printf("  %-28s %10.3f %10.3f %10.3f %10.3f %12.1f %8s%n", counted ? name : "  ... pins only looked up",
						r.micros(), r.min(), r.p50(), r.p99(), r.allocated(),
						r.referenceMicros() > 0 && !counted ? String.format("%.2f", r.p50() / r.referenceMicros()) : "");
				terminal.out.flush();
			}
		}
		terminal.out.println("  to ref.: median, to what the driver's own code took with a table look-up as pin, on a machine of two shared cores");
	}
}
