// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.check;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ccwbench.vfio.DriverVersion;

/**
 * Programs that went through the translator of the Linux driver: each is translated as 6.12, 5.17 and 4.19 do it
 * and held against what that version recorded, field by field: return codes, reads, pins and unpins in order,
 * the copied and the translated chains with their lists, the ORB, answers to queries. The default compares with
 * all three.
 */
public final class TranslationVectors implements VectorKind {
	private static final Map<String, DriverVersion> VERSIONS = new LinkedHashMap<>();

	static {
		VERSIONS.put("linux612", DriverVersion.LINUX_6_12);
		VERSIONS.put("linux517", DriverVersion.LINUX_5_17);
		VERSIONS.put("linux419", DriverVersion.LINUX_4_19);
	}

	@Override
	public String name() {
		return "translation";
	}

	@Override
	public boolean recognises(JsonObject vector) {
		return vector.has("input") && vector.get("input").isJsonObject()
				&& vector.getAsJsonObject("input").has("orb") && vector.getAsJsonObject("input").has("map")
				&& VERSIONS.keySet().stream().anyMatch(vector::has);
	}

	@Override
	public List<String> oracles() {
		List<String> all = new ArrayList<>(VERSIONS.keySet());
		all.add(0, "agreed");
		return all;
	}

	@Override
	public Checker open(JsonObject meta, Path folder, String oracle) {
		return vector -> check(vector, oracle);
	}

	private static Verdict check(JsonObject vector, String oracle) {
		List<Verdict.Difference> differences = new ArrayList<>();
		boolean recorded = false;
		for (Map.Entry<String, DriverVersion> v : VERSIONS.entrySet()) {
			boolean wanted = oracle.equals("agreed") || oracle.equals(v.getKey());
			if (wanted && vector.has(v.getKey())) {
				recorded = true;
				JsonObject actual = new TranslationCase(vector.getAsJsonObject("input"), v.getValue()).run();
				JsonDifferences.collect(v.getKey(), vector.get(v.getKey()), actual, differences);
			}
		}
		return recorded ? Verdict.of(differences) : Verdict.skipped("nothing was recorded for " + oracle);
	}
}
