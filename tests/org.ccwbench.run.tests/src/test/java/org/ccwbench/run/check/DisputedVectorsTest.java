// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/disputed-vectors.md says of every disputed case what the product does, and says the truth. */
class DisputedVectorsTest {
	private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| (.+?) \\| (.+?) \\|$");

	@Test
	void everyDisputedVectorHasItsRowAndTheRowIsTrue() throws Exception {
		String text = Files.readString(Path.of(System.getProperty("ccwb.root"), "docs", "disputed-vectors.md"));
		Map<String, String> rows = ROW.matcher(text).results()
				.collect(Collectors.toMap(r -> r.group(1), MatchResult::group));
		List<DisputedVectors.Fact> facts = DisputedVectors.facts();
		assertThat(facts).hasSize(71);
		for (DisputedVectors.Fact f : facts) {
			assertThat(rows).containsEntry(f.name(), f.row());
		}
		assertThat(rows).hasSameSizeAs(facts);
	}
}
