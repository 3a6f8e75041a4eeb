// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.house.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files of the source tree, without what a build writes. */
final class Tree {
	static final Path ROOT = Path.of(System.getProperty("ccwb.root")).toAbsolutePath().normalize();

	private static final Set<String> WRITTEN_BY_BUILDS = Set.of("target", "bin", "src-gen", ".git");

	private Tree() {
	}

	static Path bundle(Room room) {
		return ROOT.resolve("bundles").resolve(room.bundle());
	}

	/** All files under these folders of the tree whose path fits, in order. */
	static List<Path> files(Predicate<Path> fits, String... folders) throws IOException {
		Stream<Path> found = Stream.empty();
		for (String folder : folders) {
			try (Stream<Path> walk = Files.walk(ROOT.resolve(folder))) {
				found = Stream.concat(found, walk.filter(Files::isRegularFile).filter(Tree::isSource).filter(fits)
						.sorted().toList().stream());
			}
		}
		return found.toList();
	}

	private static boolean isSource(Path file) {
		for (Path part : ROOT.relativize(file)) {
			if (WRITTEN_BY_BUILDS.contains(part.toString()) || part.toString().startsWith(".polyglot.")) {
				return false;
			}
		}
		return true;
	}

	/** Names of the folders directly under a folder of the tree. */
	static List<String> folders(String folder) throws IOException {
		try (Stream<Path> list = Files.list(ROOT.resolve(folder))) {
			return list.filter(path -> Files.exists(path.resolve("META-INF/MANIFEST.MF")))
					.map(path -> path.getFileName().toString()).sorted().toList();
		}
	}
}
