// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.house.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The tree is built in two ways, whole by Tycho and in part for the terminal: both must build the same thing. */
class BuildsTest {

	private static final String TARGET = "releng/org.ccwbench.target/org.ccwbench.target.target";
	private static final Pattern ARTIFACT = Pattern
			.compile("<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*<version>([0-9][^<]*)</version>");

	@Test
	void terminalBuildsEveryRoomWithoutAWindowInTheOrderOfTheHouse() throws IOException {
		assertThat(matches("releng/terminal.xml", "<room name=\"([^\"]+)\""))
				.isEqualTo(Room.HOUSE.stream().filter(room -> !room.hasWindow()).map(Room::name).toList());
	}

	@Test
	void terminalUsesTheVersionsOfTheTargetPlatform() throws IOException {
		List<String> target = artifacts(read(TARGET));
		String text = read("releng/terminal.xml");
		assertThat(artifacts(text.substring(text.indexOf("<dependencies>"), text.indexOf("<build>"))))
				.isNotEmpty().isSubsetOf(target);
	}

	@Test
	void testsUseTheVersionsOfTheTargetPlatform() throws IOException {
		List<String> target = artifacts(read(TARGET));
		assertThat(artifacts(read("releng/org.ccwbench.tests.parent/pom.xml")))
				.filteredOn(artifact -> target.stream().anyMatch(a -> a.startsWith(artifact.substring(0, artifact.lastIndexOf(':') + 1))))
				.isNotEmpty().isSubsetOf(target);
	}

	@Test
	void productContainsEveryRoom() throws IOException {
		assertThat(matches("features/org.ccwbench.feature/feature.xml", "<plugin id=\"org\\.ccwbench\\.([^\"]+)\""))
				.containsExactlyInAnyOrderElementsOf(Room.HOUSE.stream().map(Room::name).toList());
	}

	/** The archive's command starts the terminal from the bundles of the workbench, by their names. */
	@Test
	void archiveStartsTheTerminalWithEveryLibraryThatItIsBuiltWith() throws IOException {
		String text = read("releng/terminal.xml");
		List<String> names = matches("features/org.ccwbench.feature/rootfiles/all/ccwb", "plugins/([\\w.]+?)[_.]\\*");
		assertThat(artifacts(text.substring(text.indexOf("<dependencies>"), text.indexOf("<build>"))))
				.isNotEmpty().allSatisfy(artifact -> {
					String name = artifact.split(":")[1];
					assertThat(names).anyMatch(bundle -> bundle.equals(name) || bundle.endsWith("." + name) || name.startsWith(bundle + "."));
				});
	}

	private static List<String> artifacts(String text) {
		return ARTIFACT.matcher(text).results().map(m -> m.group(1) + ":" + m.group(2) + ":" + m.group(3)).toList();
	}

	private static List<String> matches(String file, String pattern) throws IOException {
		return Pattern.compile(pattern).matcher(read(file)).results().map(match -> match.group(1)).toList();
	}

	private static String read(String file) throws IOException {
		return Files.readString(Tree.ROOT.resolve(file));
	}
}
