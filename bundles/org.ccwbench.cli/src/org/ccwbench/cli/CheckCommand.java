// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ccwbench.notation.Glob;
import org.ccwbench.run.check.Verdict;
import org.ccwbench.run.check.VectorFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds recorded vectors against the simulation. */
@Command(name = "check", mixinStandardHelpOptions = true, sortOptions = false,
		description = {"Runs recorded vectors and prints each difference, field by field. The kind of vectors is told by what they contain.", ""},
		footerHeading = "%nExamples:%n",
		footer = {
			"  ccwb check vectors.json",
			"  ccwb check vectors.json --only 'ssch-*'",
			"  ccwb check vectors.json --oracle agreed --quiet",
			"",
			"The last line is: N passed, N failed, N skipped. Exit codes: 0 none failed, 1 some did, 2 bad input."})
final class CheckCommand implements Callable<Integer> {
	private static final int MOST_DIFFERENCES = 50;
	private static final int LONGEST = 160;

	@Parameters(arity = "1..*", paramLabel = "FILE", description = "files {\"meta\": ..., \"vectors\": [ ... ]}")
	List<String> files;

	@Option(names = "--oracle", paramLabel = "NAME", description = "whose results count: agreed, or a recorder; default by kind")
	String oracle;

	@Option(names = "--only", paramLabel = "GLOB", description = "only vectors whose name matches; * and ? stand for any")
	String only;

	@Option(names = {"-q", "--quiet"}, description = "only the last line")
	boolean quiet;

	@Option(names = {"-v", "--verbose"}, description = "also name what passed or was skipped")
	boolean verbose;

	private final Terminal terminal;

	CheckCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public Integer call() throws IOException {
		long passed = 0;
		long failed = 0;
		long skipped = 0;
		for (String file : files) {
			VectorFile.Totals t;
			try {
				t = VectorFile.check(Path.of(file), oracle, n -> only == null || Glob.matches(only, n), this::told);
			} catch (VectorFile.UnreadableException e) {
				throw new BadInputException(e.getMessage());
			}
			passed += t.passed();
			failed += t.failed();
			skipped += t.skipped();
			if (!quiet) {
				terminal.out.println(file + ": " + t.kind() + " vectors" + (t.oracle() == null ? "" : " against " + t.oracle()));
			}
		}
		if (only != null && passed + failed + skipped == 0) {
			throw new BadInputException("no vector matches " + only);
		}
		String sum = passed + " passed, " + failed + " failed, " + skipped + " skipped";
		terminal.out.println(failed == 0 ? terminal.good(sum) : terminal.bad(sum));
		return failed == 0 ? 0 : 1;
	}

	private void told(String name, int index, Verdict v) {
		if (quiet || !verbose && v.state() != Verdict.State.FAILED) {
			return;
		}
		switch (v.state()) {
			case PASSED -> terminal.out.println("passed  " + name);
			case SKIPPED -> terminal.out.println("skipped " + name + ": " + v.reason());
			case FAILED -> failed(name, v);
		}
	}

	private void failed(String name, Verdict v) {
		terminal.out.println(terminal.bad("FAILED") + "  " + name);
		int shown = 0;
		for (Verdict.Difference d : v.differences()) {
			if (++shown > MOST_DIFFERENCES) {
				terminal.out.println("    ... " + (v.differences().size() - MOST_DIFFERENCES) + " more differences");
				break;
			}
			terminal.out.println("    " + d.field());
			terminal.out.println("        expected " + shorten(d.expected()));
			terminal.out.println("        actual   " + shorten(d.actual()));
		}
	}

	private static String shorten(String s) {
		String t = String.valueOf(s);
		return t.length() <= LONGEST ? t : t.substring(0, LONGEST) + "... (" + t.length() + " characters)";
	}
}
