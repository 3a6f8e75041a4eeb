// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ccwbench.run.SimulatedBackend;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
	private static final String LABEL_HEX = "E5D6D3F1 E5D6D3F1 E5D6D3F0 F0F1";

	@TempDir
	Path folder;

	@TestFactory
	Stream<DynamicTest> everyExampleRunsOnEveryPathAsItSays() throws IOException {
		List<DynamicTest> tests = new ArrayList<>();
		try (Stream<Path> files = Files.list(Invocation.EXAMPLES)) {
			for (Path file : files.filter(p -> p.toString().endsWith(".ccw")).sorted().toList()) {
				for (String path : new SimulatedBackend().paths()) {
					tests.add(DynamicTest.dynamicTest(file.getFileName() + ", " + path, () -> {
						Invocation i = Invocation.of("run", file.toString(), "--path", path);
						assertThat(i.out()).contains("As expected.").doesNotContain("BAD ");
						// Two examples are about what the driver does not do as a channel does, and are warned of it.
						assertThat(i.err().lines().filter(l -> l.startsWith(file.toString())))
								.allMatch(l -> l.contains("warning: quirk of vfio-ccw") && file.getFileName().toString().matches("quirk-.*|midal.ccw"));
						assertThat(i.exit()).isZero();
					}));
				}
			}
		}
		return tests.stream();
	}

	@TestFactory
	Stream<DynamicTest> theVolumeLabelIsShownInHexadecimalAndEbcdic() {
		return new SimulatedBackend().paths().stream().map(path -> DynamicTest.dynamicTest(path, () -> {
			Invocation i = Invocation.of("run", Invocation.example("read-volume-label"), "--path", path);
			assertThat(i.out()).contains("Received 80 bytes at 00020000 LABEL", LABEL_HEX, "|VOL1VOL1VOL001");
		}));
	}

	@Test
	void theStagesOfTheTwoStagePathStandInTheirOrder() {
		Invocation i = Invocation.of("run", Invocation.example("read-volume-label"), "--path", "two-stage");
		List<String> stages = i.out().lines().filter(l -> l.matches("[QK][1-6] .*")).map(l -> l.substring(0, 2)).toList();
		assertThat(stages).containsExactly("Q1", "Q2", "Q3", "K1", "K2", "K3", "K4", "K5", "K6", "Q4");
	}

	@Test
	void aCcwIsShownInGuestUserAndHostFormWithItsList() {
		Invocation i = Invocation.of("run", Invocation.example("read-volume-label"), "--path", "two-stage");
		assertThat(i.out()).containsPattern("guest 00010010: 06000050 00020000");
		assertThat(i.out()).containsPattern("user  [0-9A-F]{16}: 06000050 [0-9A-F]{8}");
		assertThat(i.out()).containsPattern("host  [0-9A-F]+: 06040050 [0-9A-F]{8}  IDAL [0-9A-F]+: [0-9A-F]{16}");
		assertThat(i.out()).containsPattern("pin +user [0-9A-F]+ -> host [0-9A-F]+  for 00010010");
		assertThat(i.out()).containsPattern("unpin +user [0-9A-F]+ -> host [0-9A-F]+");
	}

	@Test
	void theMediatedPathHasNoUserForm() {
		Invocation i = Invocation.of("run", Invocation.example("read-volume-label"), "--path", "mediated");
		assertThat(i.out()).doesNotContainPattern("(?m)^ +user  [0-9A-F]{16}: ").containsPattern("host  [0-9A-F]+: 0604");
	}

	@Test
	void quietLeavesTheStagesOut() {
		Invocation i = Invocation.of("run", "-q", Invocation.example("read-volume-label"));
		assertThat(i.out()).doesNotContain("K2 ").contains("As expected.", "|VOL1");
	}

	@Test
	void allPathsAreCompared() {
		Invocation i = Invocation.of("run", "-q", Invocation.example("read-volume-label"), "--path", "all");
		assertThat(i.exit()).isZero();
		assertThat(i.out().lines().filter(l -> l.startsWith("  two-stage ")).toList()).hasSize(1).first().asString().contains(" 2 ", "yes");
		assertThat(i.out().lines().filter(l -> l.startsWith("  mediated ")).toList()).hasSize(1).first().asString().contains(" 1 ", "yes");
		assertThat(i.out().lines().filter(l -> l.startsWith("  direct ")).toList()).hasSize(1);
	}

	@Test
	void theJsonReportHasTheSameFacts() {
		Invocation i = Invocation.of("run", Invocation.example("read-volume-label"), "--path", "two-stage", "--format", "json");
		JsonObject o = JsonParser.parseString(i.out()).getAsJsonObject();
		assertThat(o.get("asExpected").getAsBoolean()).isTrue();
		JsonObject start = o.getAsJsonArray("starts").get(0).getAsJsonObject();
		assertThat(start.get("conditionCode").getAsInt()).isZero();
		assertThat(start.get("irb").getAsString()).hasSize(192);
		assertThat(start.getAsJsonObject("costs").get("pins").getAsInt()).isEqualTo(start.getAsJsonObject("costs").get("unpins").getAsInt());
		JsonArray stages = o.getAsJsonArray("stages");
		assertThat(stages).hasSize(10).allMatch(s -> s.getAsJsonObject().get("progress").getAsString().equals("done"));
		JsonObject last = o.getAsJsonArray("program").get(2).getAsJsonObject();
		assertThat(last.getAsJsonObject("guest").get("ccw").getAsString()).isEqualTo("0600005000020000");
		assertThat(last.getAsJsonObject("host").getAsJsonArray("indirect")).hasSize(1);
		JsonObject received = o.getAsJsonArray("received").get(0).getAsJsonObject();
		assertThat(received.get("length").getAsInt()).isEqualTo(80);
		assertThat(received.get("hex").getAsString()).startsWith(LABEL_HEX.replace(" ", ""));
	}

	@Test
	void severalPathsAsJsonAreAnArray() {
		Invocation i = Invocation.of("run", Invocation.example("skip"), "--path", "direct,mediated", "--format", "json");
		assertThat(JsonParser.parseString(i.out()).getAsJsonArray()).hasSize(2);
	}

	@Test
	void whatIsNotAsExpectedEndsWithOneAndShowsBoth() throws IOException {
		Path file = folder.resolve("wrong.ccw");
		Files.writeString(file, "P  CCW1 3,0,SLI,1\n   ORB CPA=P,FMT=1\n   EXPECT CC=2\n");
		Invocation i = Invocation.of("run", file.toString(), "--path", "direct");
		assertThat(i.exit()).isEqualTo(1);
		assertThat(i.out()).contains("BAD  condition code is 0, expected 2 (line 3)", "Not as expected.");
	}

	@Test
	void anEndlessProgramEndsAtTheLimitAndItsReportIsShort() throws IOException {
		Path file = folder.resolve("endless.ccw");
		Files.writeString(file, "P  CCW1 X'E4',B,CC+SLI,1\n   CCW1 8,P,0,0\nB  DS 8X\n   ORB CPA=P,FMT=1\n");
		Invocation i = Invocation.of("run", file.toString(), "--path", "mediated", "--limit", "3000");
		assertThat(i.exit()).isEqualTo(1);
		assertThat(i.out()).contains("had not ended after 3000 steps: HALT SUBCHANNEL", "more lines; --lines 0 shows all");
		assertThat(i.out().lines().count()).isLessThan(400);
	}

	@Test
	void aProgramIsReadFromStandardInput() {
		Invocation i = Invocation.withInput("P  CCW1 3,0,SLI,1\n   ORB CPA=P,FMT=1\n", "run", "-", "--path", "direct", "-q");
		assertThat(i.exit()).isZero();
	}

	@Test
	void everyEventCanBeListed() {
		Invocation i = Invocation.of("run", Invocation.example("read-volume-label"), "--path", "direct", "--events");
		assertThat(i.out()).containsPattern("(?m)^ +0  start function 1 begins$").contains("fetched from 10000");
	}
}
