// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.house.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./ccwb} as a user calls it: through a link, from a folder of their own. It builds the commands if need be. */
class StartTest {

	/** Long enough for a build from nothing. */
	private static final int MINUTES = 10;

	@TempDir
	Path folder;

	@BeforeEach
	void linkAndProgram() throws IOException {
		Files.createSymbolicLink(folder.resolve("ccwb"), Tree.ROOT.resolve("ccwb"));
		Files.copy(Tree.ROOT.resolve("examples/read-volume-label.ccw"), folder.resolve("mine.ccw"));
	}

	@Test
	void fileIsRelativeToTheFolderOfTheCaller() throws Exception {
		assertThat(call("validate", "mine.ccw").exit()).isZero();
	}

	@Test
	void badInputEndsWithTwoAndNamesTheFile() throws Exception {
		Ended ended = call("validate", "none.ccw");
		assertThat(ended.exit()).isEqualTo(2);
		assertThat(ended.output()).contains("none.ccw").doesNotContain("Exception");
	}

	@Test
	void aTextForTheWorkbenchIsLookedForBeforeAnythingIsBuilt() throws Exception {
		Ended ended = call("none.ccw");
		assertThat(ended.exit()).isEqualTo(2);
		assertThat(ended.output()).contains("none.ccw: there is no such file").doesNotContain("building");
		assertThat(call("mine.ccw", "output").output()).contains("output is no .ccw text");
	}

	@Test
	void helpAlsoExplainsTheScript() throws Exception {
		Ended ended = call("--help");
		assertThat(ended.exit()).isZero();
		assertThat(ended.output()).contains("validate").contains("./verify");
	}

	@Test
	void withoutADisplayTheWorkbenchSaysWhatWorksWithoutOne() throws Exception {
		Ended ended = call();
		assertThat(ended.exit()).isEqualTo(2);
		assertThat(ended.output()).contains("DISPLAY").contains("./ccwb --help");
	}

	private record Ended(int exit, String output) {
	}

	private Ended call(String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of("./ccwb"));
		command.addAll(Arrays.asList(arguments));
		Path output = folder.resolve("output");
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
				.redirectOutput(output.toFile());
		builder.environment().remove("DISPLAY");
		builder.environment().remove("WAYLAND_DISPLAY");
		Process process = builder.start();
		process.getOutputStream().close();
		assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as("ccwb has ended").isTrue();
		return new Ended(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
	}
}
