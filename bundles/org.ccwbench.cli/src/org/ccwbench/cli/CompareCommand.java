// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ccwbench.run.Session;
import org.ccwbench.run.SessionException;
import org.ccwbench.run.SessionOptions;
import org.ccwbench.run.compare.Comparison;
import org.ccwbench.run.compare.FaultTrials;
import org.ccwbench.run.compare.PathFigures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a text along several paths and puts what each cost side by side. */
@Command(name = "compare", mixinStandardHelpOptions = true, sortOptions = false,
		description = {"Runs the channel programs of a text along several paths: what each costs, what protects the host, what the guest sees.", ""},
		footerHeading = "%nThe JSON report (--format json):%n",
		footer = {
			"  { file, asExpected, paths: [ { path, rewrites, ccwsTranslated, lookUps, pins, unpins, peakPins,",
			"    peakPages, pinnedEvents, pinnedMicros, pinMicros, bytesCopied, systemCalls, protection,",
			"    returnCode, guestSees, asExpected } ],",
			"    faults: [ { fault, meaning, paths: { path: { same, seen, leaked } } } ] if asked for }",
			"  peakPins counts each pin, peakPages each host page once; pinnedEvents and pinnedMicros say during",
			"  how many events and simulated microseconds anything was pinned; pinMicros is the sum over all pins",
			"  of the time that each was on. ccwb run gives the same members for each start function.",
			"",
			"Examples:",
			"  ccwb compare label.ccw",
			"  ccwb compare label.ccw --backend simulated --backend lpar7/0.0.1234",
			"  ccwb compare label.ccw --faults",
			"  ccwb compare label.ccw --path linux,assignment --format json | jq '.paths[].pins'",
			"",
			"Exit codes: 0 done and as expected, 1 ran but not as expected, 2 bad input."})
final class CompareCommand implements Callable<Integer> {
	@Mixin
	ProgramOptions program;

	@Option(names = "--path", split = ",", paramLabel = "NAME",
			description = "names of paths with commas, or all (default); with --backend the one path, linux if it is not given")
	List<String> paths;

	@Mixin
	HostOptions hosts;

	@Option(names = "--backend", paramLabel = "HOST/DEVICE",
			description = {"given twice: runs the text on both and prints the first difference and all; each is simulated, or",
				"a real device that is bound to vfio_ccw: local/0.0.1234, or HOST/0.0.1234 through an agent there"})
	List<String> backends;

	@Option(names = "--faults", description = {"also let one thing after another go wrong with the program,", "and say which path survives what"})
	boolean faults;

	private final Terminal terminal;

	CompareCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public Integer call() throws IOException {
		ProgramOptions.Assembled text = program.assemble(terminal);
		if (backends != null) {
			return backends(text);
		}
		List<PathFigures> all = new ArrayList<>();
		String failure = null;
		for (String path : chosen()) {
			try (Session session = Session.open(text.path(), text.image(), program.along(path))) {
				session.run(() -> false);
				all.add(PathFigures.of(session));
				failure = failure == null ? RunCommand.failure(session) : failure;
			} catch (SessionException e) {
				throw program.wrong("path " + path + ": " + e.getMessage());
			}
		}
		CompareReport report = new CompareReport(program.file, all, faults ? trials(text) : List.of());
		if (program.format == ReportFormat.JSON) {
			report.json(terminal.out);
		} else {
			report.text(terminal);
		}
		if (failure != null) {
			throw program.wrong(failure);
		}
		return all.stream().allMatch(PathFigures::asExpected) ? 0 : 1;
	}

	/** Two backends against each other. */
	private int backends(ProgramOptions.Assembled text) {
		if (backends.size() != 2 || paths != null && paths.size() != 1) {
			throw new BadInputException("--backend is given twice, and with it one --path");
		}
		String path = paths == null ? "linux" : paths.get(0);
		try (Session left = open(text, path, backends.get(0)); Session right = open(text, path, backends.get(1))) {
			left.run(() -> false);
			right.run(() -> false);
			Comparison comparison = Comparison.of(left, right);
			DifferenceReport report = new DifferenceReport(program.file, backends.get(0), backends.get(1), comparison);
			if (program.format == ReportFormat.JSON) {
				report.json(terminal.out);
			} else {
				report.text(terminal);
			}
			return comparison.sameForTheGuest() ? 0 : 1;
		} catch (SessionException e) {
			throw program.wrong(e.getMessage());
		}
	}

	private List<FaultTrials.Trial> trials(ProgramOptions.Assembled text) {
		try {
			return new FaultTrials(text.path(), text.image(), program.along("direct")).run(chosen());
		} catch (SessionException e) {
			throw program.wrong(e.getMessage());
		}
	}

	private Session open(ProgramOptions.Assembled text, String path, String backend) throws SessionException {
		SessionOptions options = program.along(path).withBackend(backend);
		return Session.open(text.path(), text.image(), options, hosts.backend(backend, false));
	}

	private List<String> chosen() {
		List<String> known = ProgramOptions.simulated();
		return paths == null ? known : ProgramOptions.paths(paths, known);
	}
}
