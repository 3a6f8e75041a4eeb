// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The device that the driver offers answers as the recorded one (Linux 6.12); and the comparison notices what differs. */
class GuestVectorsTest {
	@Test
	void everyCallThatIsMadeHereEndsAsRecorded() throws Exception {
		List<String> failed = new ArrayList<>();
		VectorFile.Totals totals = VectorFile.check(file(), null, name -> true, (name, i, v) -> {
			if (v.state() == Verdict.State.FAILED) {
				failed.add(name + " " + v.differences());
			}
		});
		assertThat(failed).isEmpty();
		assertThat(totals.passed()).isGreaterThanOrEqualTo(239);
	}

	@Test
	void aChangedResultReturnCodeStatusOrByteIsFound() throws Exception {
		assertThat(difference("nop", "pwrite", "100")).containsExactly("pwrite");
		assertThat(difference("data-readonly-map", "ret_code", "-22")).containsExactly("ret_code");
		assertThat(difference("data-unmapped", "errno", "14")).containsExactly("errno");
		assertThat(difference("tic-chain-of-2", "scsw", "008040070001400800000000")).containsExactly("scsw");
		assertThat(difference("nop", "io_events", "2")).containsExactly("io_events");
	}

	private static List<String> difference(String name, String field, String value) throws Exception {
		JsonArray vectors = JsonParser.parseString(Files.readString(file())).getAsJsonObject().getAsJsonArray("vectors");
		for (JsonElement e : vectors) {
			JsonObject v = e.getAsJsonObject();
			if (v.get("name").getAsString().equals(name)) {
				try (VectorKind.Checker checker = new GuestVectors().open(new JsonObject(), file().getParent(), "linux612")) {
					assertThat(checker.check(v.deepCopy()).state()).isEqualTo(Verdict.State.PASSED);
					v.addProperty(field, value);
					return checker.check(v).differences().stream().map(Verdict.Difference::field).toList();
				}
			}
		}
		throw new AssertionError(name);
	}

	private static Path file() throws Exception {
		return Path.of(GuestVectorsTest.class.getResource("/vectors/vfio-ccw-guest.json").toURI());
	}
}
