// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the manual says to type can be typed. */
class ManualTest {
	private static final Path ROOT = Invocation.EXAMPLES.resolveSibling("").toAbsolutePath().normalize();
	private static final Pattern COMMAND = Pattern.compile("^(?:\\$ )?\\./ccwb ((?:run|compare|explain|validate|format|commands|examples|check) .*?)(?: *#.*)?$", Pattern.MULTILINE);

	static Stream<String> commands() throws IOException {
		try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
			return Stream.concat(Stream.of(ROOT.resolve("README.md")), docs.filter(p -> p.toString().endsWith(".md")).sorted())
					.flatMap(p -> COMMAND.matcher(read(p)).results().map(m -> m.group(1)))
					// These wait for a person at a terminal, or for a device that only its owner has.
					.filter(c -> !c.contains("--backend") && !c.contains("--terminal") && !c.startsWith("check ")).distinct().toList().stream();
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}

	@ParameterizedTest
	@MethodSource("commands")
	void commandsOfTheManualAreDoneAndAsExpected(String command) {
		String[] words = Stream.of(command.split(" +")).map(w -> w.startsWith("examples/") ? ROOT.resolve(w).toString() : w).toArray(String[]::new);
		Invocation i = Invocation.of(words);
		assertThat(i.exit()).as(i.err()).isZero();
		assertThat(i.out()).isNotEmpty();
	}
}
