// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of docs/paths.md are those that the command prints. */
class CompareCommandTest {
	private static final String PATHS = "two-stage,mediated,linux,assignment,noiommu";

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = {
		"read-volume-label; program rewritten; 2 1 1 0 0",
		"read-volume-label; address look-ups; 9 4 4 1024 0",
		"read-volume-label; pins; 3 3 3 1024 0",
		"read-volume-label; pages pinned at most; 2 2 2 1024 0",
		"scattered-64-ccws; address look-ups; 314 157 157 1024 0",
		"scattered-64-ccws; pins; 94 94 94 1024 0",
		"scattered-64-ccws; pages pinned at most; 63 63 63 1024 0",
		"scattered-64-ccws; bytes copied; 5952 3128 3428 108 108"})
	void theTablesOfTheManualHold(String example, String figure, String values) {
		Invocation i = Invocation.of("compare", Invocation.example(example), "--path", PATHS);
		assertThat(i.exit()).isZero();
		assertThat(i.out().lines().filter(l -> l.startsWith(figure + " ")).map(l -> l.substring(23).strip().replaceAll(" +", " ")))
				.containsExactly(values);
	}

	@Test
	void jsonHasTheSameFigures() {
		Invocation i = Invocation.of("compare", Invocation.example("read-volume-label"), "--path", PATHS, "--format", "json");
		assertThat(JsonParser.parseString(i.out()).getAsJsonObject().getAsJsonArray("paths")).hasSize(5)
				.allMatch(p -> p.getAsJsonObject().get("pins").equals(p.getAsJsonObject().get("unpins")));
	}

	@Test
	void anUnknownPathIsBadInput() {
		Invocation i = Invocation.of("compare", Invocation.example("skip"), "--path", "linx");
		assertThat(i.exit()).isEqualTo(2);
		assertThat(i.err()).contains("did you mean linux?");
	}
}
