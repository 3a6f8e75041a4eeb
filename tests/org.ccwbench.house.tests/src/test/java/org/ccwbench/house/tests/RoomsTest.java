// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.house.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** Who may know whom, by the manifests and by the class files. */
class RoomsTest {

	static Stream<Room> rooms() {
		return Room.HOUSE.stream();
	}

	@Test
	void everyBundleIsARoomOfTheHouse() throws IOException {
		assertThat(Tree.folders("bundles"))
				.containsExactlyInAnyOrderElementsOf(rooms().map(Room::bundle).toList());
	}

	@ParameterizedTest
	@MethodSource("rooms")
	void manifestRequiresOnlyWhatTheRoomMayKnow(Room room) throws IOException {
		Attributes manifest = manifest(room);
		assertThat(manifest.getValue("Bundle-SymbolicName").split(";")[0]).isEqualTo(room.bundle());
		for (String required : names(manifest.getValue("Require-Bundle"))) {
			if (required.startsWith("org.ccwbench.")) {
				assertThat(room.below()).as("%s requires %s", room, required)
						.contains(required.substring("org.ccwbench.".length()));
			} else {
				assertThat(room.parts()).as("%s requires %s", room, required)
						.anyMatch(part -> part.endsWith(".") ? required.startsWith(part) : required.equals(part));
			}
		}
		for (String imported : names(manifest.getValue("Import-Package"))) {
			assertThat(mayUse(room, imported + ".X")).as("%s imports %s", room, imported).isTrue();
		}
	}

	@ParameterizedTest
	@MethodSource("rooms")
	void classesUseOnlyWhatTheRoomMayKnow(Room room) {
		Path classes = Tree.bundle(room).resolve("target/classes");
		assertThat(classes).as("class files of %s", room).isDirectory();
		Set<String> strangers = new TreeSet<>();
		for (JavaClass type : new ClassFileImporter().importPath(classes)) {
			assertThat(Room.of(type.getName())).as("room of %s", type.getName()).hasValue(room);
			for (Dependency use : type.getDirectDependenciesFromSelf()) {
				JavaClass target = use.getTargetClass().getBaseComponentType();
				if (!target.isPrimitive() && !mayUse(room, target.getName())) {
					strangers.add(type.getName() + " uses " + target.getName());
				}
			}
		}
		assertThat(strangers).isEmpty();
	}

	private static boolean mayUse(Room room, String className) {
		return Room.of(className).map(target -> target.equals(room) || room.below().contains(target.name()))
				.orElseGet(() -> !className.startsWith("java.awt.")
						&& Stream.concat(Room.JDK.stream(), room.packages().stream()).anyMatch(className::startsWith));
	}

	@Test
	void nothingBelowTheWindowKnowsEclipse() {
		assertThat(Room.HOUSE).filteredOn(room -> !room.hasWindow()).allSatisfy(room -> assertThat(room.packages())
				.allMatch(name -> !name.startsWith("org.eclipse.") || name.startsWith("org.eclipse.emf.") || name.equals(Room.JSON_RPC)));
	}

	private static Attributes manifest(Room room) throws IOException {
		try (InputStream in = Files.newInputStream(Tree.bundle(room).resolve("META-INF/MANIFEST.MF"))) {
			return new Manifest(in).getMainAttributes();
		}
	}

	/** The names in a manifest header, without attributes; a comma between quotes separates nothing. */
	private static List<String> names(String header) {
		if (header == null) {
			return List.of();
		}
		return Arrays.stream(header.replaceAll("\"[^\"]*\"", "").split(",")).map(entry -> entry.split(";")[0].trim()).toList();
	}
}
