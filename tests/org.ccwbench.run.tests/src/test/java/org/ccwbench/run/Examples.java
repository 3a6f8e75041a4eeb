// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The examples that come with the workbench. */
final class Examples {
	static final Path FOLDER = Path.of(System.getProperty("ccwb.root", "../..")).resolve("examples");

	private Examples() {}

	static List<Path> all() {
		try (Stream<Path> files = Files.list(FOLDER)) {
			return files.filter(p -> p.toString().endsWith(".ccw")).sorted().toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static Path named(String name) {
		return FOLDER.resolve(name + ".ccw");
	}

	static Session open(Path file, SessionOptions options) throws Exception {
		return Session.open(file, Files.readString(file), options);
	}

	/** A text that lies in the folder of the examples, so that it finds their images. */
	static Session open(String text, SessionOptions options) throws SessionException {
		return Session.open(FOLDER.resolve("text.ccw"), text, options);
	}

	/** All paths of the simulated backend. */
	static List<String> paths() {
		return new SimulatedBackend().paths();
	}
}
