// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherCommandsTest {
	@TempDir
	Path folder;

	@Test
	void helpShowsEveryCommandAndEachHasHelpWithExamplesAndExitCodes() {
		Invocation all = Invocation.of("--help");
		assertThat(all.exit()).isZero();
		for (String c : List.of("run", "validate", "format", "explain", "commands", "examples", "check", "bench")) {
			assertThat(all.out()).contains(c);
			Invocation i = Invocation.of(c, "--help");
			assertThat(i.exit()).isZero();
			assertThat(i.out()).as(c).contains("ccwb " + c, "Exit codes:");
		}
	}

	@Test
	void withoutACommandThereIsHelp() {
		assertThat(Invocation.of().out()).isEqualTo(Invocation.of("--help").out());
	}

	@Test
	void validateFindsNothingWrongWithTheExamplesButTheQuirksThatTwoAreAbout() throws IOException {
		try (Stream<Path> files = Files.list(Invocation.EXAMPLES)) {
			String[] args = Stream.concat(Stream.of("validate"), files.map(Path::toString).filter(n -> n.endsWith(".ccw"))).toArray(String[]::new);
			Invocation i = Invocation.of(args);
			assertThat(i.out()).contains("quirk-nop-data-chained.ccw:16:16: warning: quirk of vfio-ccw, NOP in a data chain")
					.contains("midal.ccw:12:16: warning: quirk of vfio-ccw, list of MIDAWs taken for data")
					.endsWith(" texts, 0 errors, 2 warnings\n");
			assertThat(i.exit()).isZero();
		}
	}

	@Test
	void validateListsProblemsWithTheirPlaces() throws IOException {
		Path file = Files.writeString(folder.resolve("bad.ccw"), "P  CCW1 3,NOWHERE,SLI,1\n");
		Invocation i = Invocation.of("validate", file.toString());
		assertThat(i.exit()).isEqualTo(2);
		assertThat(i.out()).contains("bad.ccw:1:11: error:", "1 text, 1 error");
	}

	@Test
	void formattingWhatIsFormattedChangesNothing() throws IOException {
		Path file = Files.writeString(folder.resolve("loose.ccw"), "P CCW1 3,0,SLI,1 do nothing\n ORB CPA=P,FMT=1\n");
		assertThat(Invocation.of("format", "--check", file.toString()).exit()).isEqualTo(1);
		assertThat(Invocation.of("format", "--write", file.toString()).exit()).isZero();
		Invocation again = Invocation.of("format", "--check", file.toString());
		assertThat(again.exit()).isZero();
		assertThat(again.out()).isEmpty();
		assertThat(Invocation.of("format", file.toString()).out()).isEqualTo(Files.readString(file)).contains("do nothing");
	}

	@Test
	void commandsOfADeviceAreListedWithTheirCodes() {
		assertThat(Invocation.of("commands").out()).contains("3390", "eckd");
		assertThat(Invocation.of("commands", "3390").out()).containsPattern("(?m)^06 .*READ DATA").containsPattern("(?m)^1D .*changes the medium");
	}

	@Test
	void examplesAreListedWithTheirTitlesAndPrinted() {
		assertThat(Invocation.of("examples").out()).contains("read-volume-label");
		assertThat(Invocation.of("examples", "read-volume-label").out()).contains("ORB");
	}

	@Test
	void colorIsOnlyUsedWhenAskedForOrInATerminal() {
		assertThat(Invocation.of("run", "-q", Invocation.example("skip")).out()).doesNotContain("\u001B");
		assertThat(Invocation.of("--color", "always", "run", "-q", Invocation.example("skip")).out()).contains("\u001B[");
		assertThat(Invocation.of("run", "-q", Invocation.example("skip"), "--color", "always").out()).contains("\u001B[");
	}

	@Test
	void driverThatThereIsNotIsRefusedWhetherThePathHasOneOrNot() {
		for (List<String> c : List.of(List.of("run", "--path", "direct"), List.of("run"), List.of("compare"), List.of("validate"))) {
			Invocation i = Invocation.of(Stream.concat(c.stream(), Stream.of("--driver", "9.9", "no-such.ccw")).toArray(String[]::new));
			assertThat(i.exit()).as(c.toString()).isEqualTo(2);
			assertThat(i.err()).as(c.toString()).contains("no driver version 9.9; known are 4.19, 5.17, 6.12");
		}
	}
}
