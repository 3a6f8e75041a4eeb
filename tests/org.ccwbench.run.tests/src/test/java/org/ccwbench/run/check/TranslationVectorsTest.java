// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The translator does what the driver's own code did in 6.12, 5.17 and 4.19; and the comparison notices what differs. */
class TranslationVectorsTest {
	@ParameterizedTest
	@ValueSource(strings = {"agreed", "linux612", "linux517", "linux419"})
	void everyRecordedProgramIsTranslatedAsRecorded(String oracle) throws Exception {
		List<String> failed = new ArrayList<>();
		VectorFile.Totals totals = VectorFile.check(file(), oracle, name -> true, (name, i, v) -> {
			if (v.state() != Verdict.State.PASSED) {
				failed.add(name + " " + v.reason() + " " + v.differences());
			}
		});
		assertThat(failed).isEmpty();
		assertThat(totals.passed()).isEqualTo(74);
	}

	@Test
	void anyRecordedValueThatIsChangedIsFoundAndNamed() throws Exception {
		JsonObject first = JsonParser.parseString(Files.readString(file())).getAsJsonObject().getAsJsonArray("vectors").get(1)
				.getAsJsonObject();
		try (VectorKind.Checker checker = new TranslationVectors().open(new JsonObject(), file().getParent(), "linux612")) {
			List<String> leaves = new ArrayList<>();
			leaves("linux612", first.get("linux612"), leaves);
			assertThat(leaves).hasSizeGreaterThan(50);
			for (int n = 0; n < leaves.size(); n++) {
				JsonObject changed = first.deepCopy();
				int[] left = {n};
				changed.add("linux612", change(changed.get("linux612"), left));
				assertThat(checker.check(changed).differences()).as(leaves.get(n)).extracting(Verdict.Difference::field)
						.containsExactly(leaves.get(n));
			}
		}
	}

	private static void leaves(String field, JsonElement e, List<String> into) {
		if (e.isJsonObject()) {
			for (Map.Entry<String, JsonElement> m : e.getAsJsonObject().entrySet()) {
				leaves(field + "." + m.getKey(), m.getValue(), into);
			}
		} else if (e.isJsonArray()) {
			for (int i = 0; i < e.getAsJsonArray().size(); i++) {
				leaves(field + "[" + i + "]", e.getAsJsonArray().get(i), into);
			}
		} else {
			into.add(field);
		}
	}

	/** The same with leaf number {@code left[0]} made another value. */
	private static JsonElement change(JsonElement e, int[] left) {
		if (e.isJsonObject()) {
			JsonObject o = new JsonObject();
			e.getAsJsonObject().entrySet().forEach(m -> o.add(m.getKey(), change(m.getValue(), left)));
			return o;
		}
		if (e.isJsonArray()) {
			JsonArray a = new JsonArray();
			e.getAsJsonArray().forEach(x -> a.add(change(x, left)));
			return a;
		}
		return left[0]-- == 0 ? new JsonPrimitive("another") : e;
	}

	private static Path file() throws URISyntaxException {
		return Path.of(TranslationVectorsTest.class.getResource("/vectors/vfio-ccw-translation.json").toURI());
	}
}
