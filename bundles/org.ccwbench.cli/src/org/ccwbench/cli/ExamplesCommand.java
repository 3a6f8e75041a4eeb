// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists and prints the examples that come with the workbench. */
@Command(name = "examples", mixinStandardHelpOptions = true, sortOptions = false,
		description = {"Lists the examples that come with the workbench, or prints one.", ""},
		footerHeading = "%nExamples:%n",
		footer = {"  ccwb examples", "  ccwb examples read-volume-label", "", "Exit codes: 0 done, 2 there is none of that name."})
final class ExamplesCommand implements Callable<Integer> {
	private static final String END = ".ccw";
	private static final int LEVELS = 6;

	@Parameters(arity = "0..1", paramLabel = "NAME", description = "the example to print")
	String name;

	private final Terminal terminal;

	ExamplesCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public Integer call() throws IOException {
		Path folder = folder();
		if (folder == null) {
			throw new BadInputException("the examples are not here: they lie in the folder \"examples\" of the workbench");
		}
		List<String> names = new ArrayList<>();
		try (Stream<Path> files = Files.list(folder)) {
			files.map(p -> p.getFileName().toString()).filter(n -> n.endsWith(END)).sorted()
					.forEach(n -> names.add(n.substring(0, n.length() - END.length())));
		}
		if (name == null) {
			for (String n : names) {
				terminal.out.printf("%-32s %s%n", n, title(folder.resolve(n + END)));
			}
			terminal.out.println("They lie in " + folder);
			return 0;
		}
		String wanted = name.endsWith(END) ? name.substring(0, name.length() - END.length()) : name;
		if (!names.contains(wanted)) {
			throw new BadInputException("no example \"" + name + "\"" + Nearest.didYouMean(wanted, names));
		}
		terminal.out.print(TextFile.read(folder.resolve(wanted + END).toString(), terminal).text());
		return 0;
	}

	/** The first comment line of a text. */
	private String title(Path file) throws IOException {
		return TextFile.read(file.toString(), terminal).text().lines().filter(l -> l.startsWith("*"))
				.map(l -> l.substring(1).strip()).filter(l -> !l.isEmpty()).findFirst().orElse("");
	}

	/** The folder above the program, or below {@code ccwb.root} if that is set, that has the examples in it; or null. */
	private static Path folder() {
		String root = System.getProperty("ccwb.root");
		if (root != null && Files.isDirectory(Path.of(root, "examples"))) {
			return Path.of(root, "examples");
		}
		CodeSource source = ExamplesCommand.class.getProtectionDomain().getCodeSource();
		try {
			Path at = source == null ? null : Path.of(source.getLocation().toURI()).toAbsolutePath();
			for (int i = 0; at != null && i < LEVELS; i++, at = at.getParent()) {
				if (Files.isDirectory(at.resolve("examples"))) {
					return at.resolve("examples");
				}
			}
		} catch (URISyntaxException | IllegalArgumentException e) {
			return null;
		}
		return Files.isDirectory(Path.of("examples")) ? Path.of("examples") : null;
	}
}
