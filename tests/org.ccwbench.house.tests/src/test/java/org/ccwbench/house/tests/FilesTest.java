// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.house.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that every file keeps. */
class FilesTest {

	private static final String LICENCE = "// SPDX-License-Identifier: EPL-2.0\n// Copyright (c) 2026 CCW Workbench contributors\n";
	private static final Pattern SAYS_NOTHING = Pattern.compile(".*(Manager|Helper|Utils?)(Test)?\\.java");
	private static final Pattern JAVADOC = Pattern.compile("(?s).*/\\*\\*.{40,}?\\*/\\s*(@\\w+\\s*)*package .*");
	private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"'<>]+");
	/** Names of XML languages, which nobody fetches. */
	private static final List<String> NAMESPACES = List.of("http://maven.apache.org/POM/4.0.0",
			"http://maven.apache.org/xsd/maven-4.0.0.xsd", "http://www.w3.org/2001/XMLSchema-instance");

	static Stream<Room> rooms() {
		return Room.HOUSE.stream();
	}

	@ParameterizedTest
	@MethodSource("rooms")
	void roomSaysWhatLivesThere(Room room) throws IOException {
		Path info = Tree.bundle(room).resolve("src").resolve(room.bundle().replace('.', '/')).resolve("package-info.java");
		assertThat(info).isRegularFile();
		assertThat(Files.readString(info)).as("Javadoc of %s", info).matches(JAVADOC);
	}

	@Test
	void everySourceFileNamesItsLicence() throws IOException {
		List<Path> sources = Tree.files(file -> file.toString().endsWith(".java"), "bundles", "tests", "releng");
		List<Path> bare = new ArrayList<>();
		for (Path source : sources) {
			if (!Files.readString(source).startsWith(LICENCE)) {
				bare.add(Tree.ROOT.relativize(source));
			}
		}
		assertThat(sources).hasSizeGreaterThan(100);
		assertThat(bare).as("files that do not begin with the two lines of the licence").isEmpty();
	}

	@Test
	void namesSayWhatAClassIs() throws IOException {
		assertThat(Tree.files(file -> SAYS_NOTHING.matcher(file.getFileName().toString()).matches(), "bundles", "tests", "releng"))
				.isEmpty();
	}

	@Test
	void buildNamesNoRepository() throws IOException {
		List<Path> builds = Stream.concat(Stream.of(Tree.ROOT.resolve("pom.xml")),
				Tree.files(FilesTest::configuresABuild, "bundles", "features", "releng", "tests", ".mvn").stream()).toList();
		assertThat(builds).hasSizeGreaterThan(10).allSatisfy(file -> {
			String text = Files.readString(file);
			assertThat(ADDRESS.matcher(text).results().map(address -> address.group()).toList())
					.as("addresses in %s", file).allMatch(NAMESPACES::contains);
			assertThat(text).doesNotContain("<repository", "<pluginRepository", "InstallableUnit");
		});
	}

	private static boolean configuresABuild(Path file) {
		String name = file.getFileName().toString();
		return List.of("pom.xml", "terminal.xml", "extensions.xml", "maven.config").contains(name) || name.endsWith(".target");
	}
}
