// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ccwbench.notation.Notation;
import org.ccwbench.notation.ParseResult;
import org.ccwbench.notation.Problem;
import org.ccwbench.notation.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints texts in canonical columns. */
@Command(name = "format", mixinStandardHelpOptions = true, sortOptions = false,
		description = {"Prints a text in canonical columns. Comments stay; the storage image stays the same.", ""},
		footerHeading = "%nExamples:%n",
		footer = {
			"  ccwb format label.ccw",
			"  ccwb format --write *.ccw",
			"  ccwb format --check *.ccw      for a build: prints the names of those that are not formatted",
			"",
			"Exit codes: 0 done, 1 with --check: some are not formatted, 2 bad input."})
final class FormatCommand implements Callable<Integer> {
	@Parameters(arity = "1..*", paramLabel = "FILE", description = ".ccw texts; - reads standard input")
	List<String> files;

	@Option(names = "--check", description = "print nothing but the names of texts that formatting would change")
	boolean check;

	@Option(names = {"-w", "--write"}, description = "write the result back into each file")
	boolean write;

	private final Terminal terminal;

	FormatCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public Integer call() throws IOException {
		if (check && write) {
			throw new BadInputException("--check and --write exclude each other");
		}
		boolean same = true;
		for (String file : files) {
			TextFile text = TextFile.read(file, terminal);
			ParseResult parsed = Notation.parse(file, text.text());
			refuse(parsed, file, text.text());
			String formatted = Notation.format(parsed.document());
			boolean changed = !formatted.equals(text.text());
			if (check) {
				same &= !changed;
				terminal.out.print(changed ? file + "\n" : "");
			} else if (write && !file.equals("-")) {
				if (changed) {
					Files.write(Path.of(file), formatted.getBytes(StandardCharsets.UTF_8));
				}
			} else {
				terminal.out.print(formatted);
			}
		}
		return same ? 0 : 1;
	}

	private void refuse(ParseResult parsed, String file, String text) {
		int errors = 0;
		for (Problem p : parsed.problems()) {
			if (p.severity() == Severity.ERROR) {
				terminal.err.println(p.caret(text));
				errors++;
			}
		}
		if (errors > 0) {
			throw new BadInputException(file + ": " + errors + (errors == 1 ? " error" : " errors") + ", not formatted");
		}
	}
}
