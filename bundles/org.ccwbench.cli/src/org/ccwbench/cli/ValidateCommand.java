// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.ccwbench.notation.LinuxDriver;
import org.ccwbench.notation.Notation;
import org.ccwbench.notation.Problem;
import org.ccwbench.notation.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what is wrong with texts. */
@Command(name = "validate", mixinStandardHelpOptions = true, sortOptions = false,
		description = {"Lists what is wrong with texts, without running them: file:line:column: severity: message.", ""},
		footerHeading = "%nExamples:%n",
		footer = {
			"  ccwb validate label.ccw",
			"  ccwb validate --strict examples/*.ccw",
			"",
			"Exit codes: 0 nothing is wrong, 1 with --strict: there are warnings, 2 there are errors."})
final class ValidateCommand implements Callable<Integer> {
	@Parameters(arity = "1..*", paramLabel = "FILE", description = ".ccw texts; - reads standard input")
	List<String> files;

	@Option(names = "--strict", description = "warnings count too")
	boolean strict;

	@Option(names = {"-q", "--quiet"}, description = "one line a problem, without the line of the text")
	boolean quiet;

	@Mixin
	DriverOption driver;

	private final Terminal terminal;

	ValidateCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public Integer call() throws IOException {
		LinuxDriver linux = driver.version();
		int errors = 0;
		int warnings = 0;
		for (String file : files) {
			TextFile text = TextFile.read(file, terminal);
			for (Problem p : Notation.check(file, text.text(), linux)) {
				if (p.severity() == Severity.ERROR) {
					errors++;
				} else if (p.severity() == Severity.WARNING) {
					warnings++;
				}
				terminal.out.println(quiet ? p.toString() : p.caret(text.text()));
			}
		}
		terminal.out.println(count(files.size(), "text") + ", " + count(errors, "error") + ", " + count(warnings, "warning"));
		return errors > 0 ? Failures.BAD_INPUT : strict && warnings > 0 ? 1 : 0;
	}

	private static String count(int n, String of) {
		return n + " " + of + (n == 1 ? "" : "s");
	}
}
