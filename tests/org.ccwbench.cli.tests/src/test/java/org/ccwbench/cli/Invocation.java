// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** One call of the command line in this process, and what it printed. */
record Invocation(int exit, String out, String err) {
	static final Path EXAMPLES = Path.of(System.getProperty("ccwb.root", "../..")).resolve("examples");

	static Invocation of(String... args) {
		return withInput("", args);
	}

	static Invocation withInput(String input, String... args) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		int exit = Main.run(args, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err,
				StandardCharsets.UTF_8, false);
		return new Invocation(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
	}

	/** File name of an example. */
	static String example(String name) {
		return EXAMPLES.resolve(name + ".ccw").toString();
	}
}
