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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of docs/paths.md are those that the command prints. */
class CompareCommandTest {
	private static final String PATHS = "two-stage,mediated,linux,assignment,noiommu";
	private static final Path PAGE = Path.of(System.getProperty("ccwb.root", "../..")).resolve("docs/paths.md");

	/** The first table after a text: cells by row and column, without separators of thousands. */
	private static Map<String, Map<String, String>> tableAfter(String text) throws IOException {
		String page = Files.readString(PAGE);
		Map<String, Map<String, String>> rows = new LinkedHashMap<>();
		List<String> heads = null;
		for (String line : page.substring(page.indexOf(text) + text.length()).lines().toList()) {
			if (!line.startsWith("|")) {
				if (heads != null) {
					return rows;
				}
				continue;
			}
			List<String> cells = new ArrayList<>();
			Arrays.stream(line.substring(1).split("\\|", -1)).map(String::strip).forEach(cells::add);
			if (heads == null) {
				heads = cells;
			} else if (!line.startsWith("|---")) {
				Map<String, String> row = new LinkedHashMap<>();
				for (int i = 1; i < heads.size() - 1; i++) {
					row.put(heads.get(i), cells.get(i));
				}
				rows.put(cells.get(0), row);
			}
		}
		return rows;
	}

	private static JsonObject json(String... arguments) {
		return JsonParser.parseString(Invocation.of(arguments).out()).getAsJsonObject();
	}

	@ParameterizedTest
	@ValueSource(strings = {"read-volume-label", "scattered-64-ccws", "fail-unmap-in-flight"})
	void theTablesOfThePageHold(String example) throws IOException {
		Map<String, Map<String, String>> table = tableAfter("(../examples/" + example + ".ccw)):");
		assertThat(table).hasSize(9);
		Invocation i = Invocation.of("compare", Invocation.example(example), "--path", PATHS);
		assertThat(i.exit()).isZero();
		table.forEach((figure, columns) -> assertThat(i.out().lines().filter(l -> l.startsWith(figure + " "))
				.map(l -> l.substring(23).strip().replaceAll(" +", " "))).as(figure)
				.containsExactly(String.join(" ", columns.values()).replace(",", "")));
	}

	@Test
	void theTableOfWhatSurvivesHoldsAndNothingStaysPinned() throws IOException {
		Map<String, Map<String, String>> table = tableAfter("lets one thing after another go wrong");
		JsonArray faults = json("compare", Invocation.example("read-volume-label"), "--faults", "--format", "json").getAsJsonArray("faults");
		assertThat(faults).hasSize(table.size()).isNotEmpty();
		faults.forEach(f -> {
			String meaning = f.getAsJsonObject().get("meaning").getAsString();
			JsonObject paths = f.getAsJsonObject().getAsJsonObject("paths");
			assertThat(table).containsKey(meaning);
			table.get(meaning).forEach((path, seen) -> {
				assertThat(paths.getAsJsonObject(path).get("seen").getAsString()).as(meaning + ", " + path).isEqualTo(seen);
				assertThat(paths.getAsJsonObject(path).get("leaked").getAsLong()).as(meaning + ", " + path).isZero();
			});
		});
	}

	@Test
	void jsonHasTheFiguresOfTheTableAndThoseOfARun() {
		JsonObject compared = json("compare", Invocation.example("read-volume-label"), "--path", "linux", "--format", "json")
				.getAsJsonArray("paths").get(0).getAsJsonObject();
		JsonObject run = json("run", Invocation.example("read-volume-label"), "--path", "linux", "--format", "json")
				.getAsJsonArray("starts").get(0).getAsJsonObject().getAsJsonObject("costs");
		assertThat(run.keySet()).contains("rewrites", "lookUps", "pins", "unpins", "peakPages", "pinnedEvents", "pinnedMicros",
				"bytesCopied", "systemCalls");
		run.keySet().forEach(k -> assertThat(compared.get(k)).as(k).isEqualTo(run.get(k)));
	}

	/** 04060001: channel path 01, permanent error (PoP, chapter 17). */
	@Test
	void aLostPathIsReportedToTheGuestOnTheLinuxPath() {
		JsonArray reports = json("run", Invocation.example("fail-path-lost"), "--path", "linux", "--format", "json")
				.getAsJsonArray("starts").get(0).getAsJsonObject().getAsJsonArray("reports");
		assertThat(reports).hasSize(1);
		assertThat(reports.get(0).getAsString()).isEqualTo("04060001");
	}

	@Test
	void anUnknownPathIsBadInput() {
		Invocation i = Invocation.of("compare", Invocation.example("skip"), "--path", "linx");
		assertThat(i.exit()).isEqualTo(2);
		assertThat(i.err()).contains("did you mean linux?");
	}
}
