// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ccwbench.notation.Image;
import org.ccwbench.notation.LinuxDriver;
import org.ccwbench.notation.Notation;
import org.ccwbench.notation.Problem;
import org.ccwbench.notation.Severity;
import org.ccwbench.run.SessionOptions;
import org.ccwbench.run.SimulatedBackend;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The text that a command runs, and how driver and monitor behave while it does; the same for every command that runs one. */
final class ProgramOptions {
	@Parameters(paramLabel = "FILE", description = "the .ccw text; - reads standard input")
	String file;

	@Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text (default) or json")
	ReportFormat format;

	@Mixin
	DriverOption driver;

	@Option(names = "--force-prefetch", description = "let the monitor turn the ORB's prefetch bit on")
	boolean forcePrefetch;

	/** A text that has been assembled. {@code path} is that of the file, or what stands for it for standard input. */
	record Assembled(Path path, Image image) {}

	/** Reads and assembles the text, and prints what is wrong with it; an error ends the command. */
	Assembled assemble(Terminal terminal) throws IOException {
		return assemble(file, driver.version(), terminal);
	}

	/** As {@link #assemble(Terminal)}, for a command that has several texts. */
	static Assembled assemble(String file, LinuxDriver driver, Terminal terminal) throws IOException {
		TextFile text = TextFile.read(file, terminal);
		Image image = Notation.assemble(file, text.text(), driver);
		image.problems().forEach(p -> terminal.err.println(p.caret(image.text())));
		long errors = image.problems().stream().map(Problem::severity).filter(Severity.ERROR::equals).count();
		if (errors > 0) {
			throw wrong(file, errors + (errors == 1 ? " error" : " errors"));
		}
		return new Assembled(text.path(), image);
	}

	SessionOptions along(String path) {
		return SessionOptions.of(path).withForcePrefetch(forcePrefetch).withDriver(driver.number);
	}

	/** Something is wrong with the text. */
	BadInputException wrong(String what) {
		return wrong(file, what);
	}

	private static BadInputException wrong(String file, String what) {
		return new BadInputException(file + ": " + what);
	}

	/** The paths of the simulation. */
	static List<String> simulated() {
		return new SimulatedBackend().paths();
	}

	/** @param names what was asked for: names among those known, or {@code all} alone */
	static List<String> paths(List<String> names, List<String> known) {
		if (names.size() == 1 && names.get(0).equals("all")) {
			return known;
		}
		for (String name : names) {
			if (!known.contains(name)) {
				throw new BadInputException("no path \"" + name + "\"" + Nearest.didYouMean(name, known) + "; there are "
						+ String.join(", ", known) + " and all");
			}
		}
		return names;
	}
}
