// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.check;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/** Where two JSON values differ, one line for each leaf. */
final class JsonDifferences {
	/** An actual value that agrees with any string: it cannot be compared. */
	static final String INCOMPARABLE = "*";

	private JsonDifferences() {}

	/** Adds what differs below {@code field}; members that only the actual value has are not looked at. */
	static void collect(String field, JsonElement expected, JsonElement actual, List<Verdict.Difference> into) {
		if (actual == null) {
			into.add(new Verdict.Difference(field, expected.toString(), "nothing"));
		} else if (expected.isJsonObject() && actual.isJsonObject()) {
			JsonObject a = actual.getAsJsonObject();
			for (Map.Entry<String, JsonElement> e : expected.getAsJsonObject().entrySet()) {
				collect(field + "." + e.getKey(), e.getValue(), a.get(e.getKey()), into);
			}
		} else if (expected.isJsonArray() && actual.isJsonArray()) {
			array(field, expected.getAsJsonArray(), actual.getAsJsonArray(), into);
		} else if (!expected.equals(actual) && !(actual.isJsonPrimitive() && actual.getAsString().equals(INCOMPARABLE))) {
			into.add(new Verdict.Difference(field, plain(expected), plain(actual)));
		}
	}

	private static void array(String field, JsonArray expected, JsonArray actual, List<Verdict.Difference> into) {
		int n = Math.min(expected.size(), actual.size());
		for (int i = 0; i < n; i++) {
			collect(field + "[" + i + "]", expected.get(i), actual.get(i), into);
		}
		for (int i = n; i < expected.size(); i++) {
			into.add(new Verdict.Difference(field + "[" + i + "]", plain(expected.get(i)), "nothing"));
		}
		for (int i = n; i < actual.size(); i++) {
			into.add(new Verdict.Difference(field + "[" + i + "]", "nothing", plain(actual.get(i))));
		}
	}

	private static String plain(JsonElement e) {
		return e.isJsonPrimitive() ? e.getAsString() : e.toString();
	}
}
