// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples that come with the workbench. */
class ExamplesTest {
	private static final Path FOLDER = Path.of("../../examples");

	static List<Path> examples() throws IOException {
		try (Stream<Path> files = Files.list(FOLDER)) {
			return files.filter(f -> f.toString().endsWith(".ccw")).sorted().toList();
		}
	}

	@Test
	void thereAreEnough() throws IOException {
		assertThat(examples()).hasSizeGreaterThanOrEqualTo(14);
	}

	@ParameterizedTest
	@MethodSource("examples")
	void anExampleIsCleanSelfContainedAndFormatted(Path file) throws IOException {
		String text = Files.readString(file, StandardCharsets.UTF_8);
		ParseResult r = Notation.parse(file.getFileName().toString(), text);
		Image i = Notation.assemble(r.document());
		boolean quirk = file.getFileName().toString().matches("quirk-.*|midal.ccw");
		assertThat(i.problems()).hasSize(quirk ? 1 : 0).allMatch(p -> p.message().startsWith("quirk of vfio-ccw"));
		assertThat(Notation.print(r.document())).isEqualTo(text);
		assertThat(i.starts()).isNotEmpty().allSatisfy(s -> assertThat(s.expectations()).isNotEmpty());
		for (DeviceSpec d : i.devices()) {
			if (d.image() != null) {
				assertThat(FOLDER.resolve(d.image())).exists();
			}
		}
		assertThat(Texts.image(Notation.format(r.document())).segments()).isEqualTo(i.segments());
	}

	@Test
	void theVolumeLabelProgramIsTheOneThatWasRecorded() throws IOException {
		// as eckd/read-data-r3 of the recorded vectors, with cylinder 0 and the buffers elsewhere
		Image i = Texts.image(Files.readString(FOLDER.resolve("read-volume-label.ccw")));
		assertThat(java.util.HexFormat.of().formatHex(i.segments().get(0).bytes())).isEqualTo(
				"6340001000010018" + "4740001000010028" + "0600005000020000" + "c0c0000000000000000000000000000e"
						+ "06000001000000000000000003ff0000");
	}
}
