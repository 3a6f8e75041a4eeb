// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.check;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.ccwbench.device.Devices;

/**
 * A guest drives the channel subsystem: I/O instructions, waits and storage operations in order, then what they
 * gave and what storage and media hold. "agreed" compares with the results that two recorders share and skips
 * the rest; a recorder's name compares with everything that it recorded.
 */
public final class SubchannelVectors implements VectorKind {
	private static final String FIRST = "hercules49";
	private static final long STORAGE = 4 << 20;
	private static final long LARGEST_STORAGE = 256 << 20;

	@Override
	public String name() {
		return "subchannel";
	}

	@Override
	public boolean recognises(JsonObject vector) {
		return vector.has("input") && vector.get("input").isJsonObject()
				&& vector.getAsJsonObject("input").has("devices") && vector.getAsJsonObject("input").has("ops");
	}

	@Override
	public List<String> oracles() {
		return List.of("agreed", FIRST, "hercules313", "qemu72");
	}

	@Override
	public Checker open(JsonObject meta, Path folder, String oracle) {
		long size = meta.has("storage_bytes") ? meta.get("storage_bytes").getAsLong() : STORAGE;
		if (size <= 0 || size > LARGEST_STORAGE) {
			throw new IllegalArgumentException("storage_bytes " + size + ": there can be 1 to " + LARGEST_STORAGE);
		}
		ImageShelf images = new ImageShelf(folder);
		return new Checker() {
			@Override
			public Verdict check(JsonObject vector) {
				return SubchannelVectors.check(vector, oracle, size, images);
			}

			@Override
			public void close() {
				images.close();
			}
		};
	}

	private static Verdict check(JsonObject vector, String oracle, long size, ImageShelf images) {
		boolean counts = true;
		String recorder = oracle;
		if (oracle.equals("agreed")) {
			recorder = FIRST;
			boolean both = agreement(vector, "hercules313");
			if (!both && !agreement(vector, "qemu72_ignoring_count")) {
				return Verdict.skipped("disputed: no two recorders agree");
			}
			counts = both;
		}
		if (!vector.has(recorder)) {
			return Verdict.skipped("nothing was recorded for " + recorder);
		}
		JsonObject input = vector.getAsJsonObject("input");
		for (JsonElement d : input.getAsJsonArray("devices")) {
			String type = d.getAsJsonObject().get("type").getAsString();
			if (!Devices.types().contains(type)) {
				return Verdict.skipped("no device type " + type + " yet");
			}
		}
		if (input.has("helper")) {
			String helper = input.get("helper").getAsString();
			if (!Terminal.known(helper)) {
				return Verdict.skipped("needs the other end of a line: " + helper);
			}
			if (Terminal.answers(helper, input)) {
				return Verdict.skipped("the terminal answered with a fixed text, whatever its screen showed");
			}
		}
		SubchannelCase run = new SubchannelCase(input, size, images);
		return Verdict.of(run.differences(vector.getAsJsonObject(recorder), counts));
	}

	private static boolean agreement(JsonObject vector, String with) {
		JsonObject a = vector.getAsJsonObject("agreement");
		return a.has(with) && a.get(with).getAsBoolean();
	}
}
