// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.check;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the product does in the recorded cases on which no two recorders agree, and with which of them that is.
 * As a program it prints a row of docs/disputed-vectors.md for each.
 */
final class DisputedVectors {
	private static final List<String> RECORDERS = List.of("hercules49", "hercules313", "qemu72");
	private static final String QEMU = "qemu72";
	private static final int SCSW = 24;

	/**
	 * One case.
	 *
	 * @param name  group and name
	 * @param ours  what the product gives where it first differs from a recorder
	 * @param sides the recorders that it does not differ from, or "none"
	 */
	record Fact(String name, String ours, String sides) {
		String row() {
			return "| `" + name + "` | " + ours + " | " + sides + " |";
		}
	}

	private DisputedVectors() {}

	public static void main(String[] arguments) throws Exception {
		facts().forEach(f -> System.out.println(f.row()));
	}

	static List<Fact> facts() throws Exception {
		Path file = Path.of(DisputedVectors.class.getResource("/vectors/subchannel.json").toURI());
		JsonObject all = JsonParser.parseString(Files.readString(file, StandardCharsets.UTF_8)).getAsJsonObject();
		long size = all.getAsJsonObject("meta").get("storage_bytes").getAsLong();
		List<Fact> facts = new ArrayList<>();
		ImageShelf images = new ImageShelf(file.getParent());
		try {
			for (JsonElement e : all.getAsJsonArray("vectors")) {
				JsonObject v = e.getAsJsonObject();
				if (!agreement(v, "hercules313") && !agreement(v, "qemu72_ignoring_count")) {
					facts.add(fact(v, size, images));
				}
			}
		} finally {
			images.close();
		}
		return facts;
	}

	private static boolean agreement(JsonObject vector, String with) {
		JsonObject a = vector.getAsJsonObject("agreement");
		return a.has(with) && a.get(with).getAsBoolean();
	}

	private static Fact fact(JsonObject vector, long size, ImageShelf images) {
		String name = vector.get("name").getAsString();
		JsonObject input = vector.getAsJsonObject("input");
		if (input.has("helper") && Terminal.answers(input.get("helper").getAsString(), input)) {
			return new Fact(name, "not run: somebody presses a key", "none");
		}
		SubchannelCase run = new SubchannelCase(input, size, images);
		List<String> sides = new ArrayList<>();
		List<Verdict.Difference> apart = new ArrayList<>();
		for (String recorder : RECORDERS) {
			if (vector.has(recorder)) {
				// QEMU's virtio device has another path and other extended status in its SCHIB than a disk has.
				boolean qemu = recorder.equals(QEMU);
				JsonObject recorded = vector.getAsJsonObject(recorder);
				Set<String> fields = new HashSet<>();
				run.differences(recorded, !qemu).forEach(d -> fields.add(d.field()));
				fields.removeIf(f -> f.endsWith(".schib"));
				if (!qemu || apart.isEmpty()) {
					run.differences(recorded, true).stream().filter(d -> fields.contains(d.field())).forEach(apart::add);
				}
				if (fields.isEmpty()) {
					sides.add(recorder);
				}
			}
		}
		String ours = apart.isEmpty() ? "as recorded" : words(apart, input.getAsJsonArray("ops"));
		return new Fact(name, ours, sides.isEmpty() ? "none" : String.join(", ", sides));
	}

	/** The first operation that is apart, or the first storage or output if no operation is. */
	private static String words(List<Verdict.Difference> apart, JsonArray ops) {
		int first = apart.stream().mapToInt(d -> operation(d.field())).min().orElseThrow();
		TreeSet<String> words = new TreeSet<>();
		for (Verdict.Difference d : apart) {
			if (operation(d.field()) == first && !d.field().startsWith("changed")) {
				words.add(words(d));
			}
		}
		if (words.size() > 1) {
			words.removeAll(List.of("no interruption", "an interruption", "cc 0"));
		}
		String text = String.join(", ", words);
		return first == Integer.MAX_VALUE ? text : ops.get(first).getAsJsonObject().get("op").getAsString() + ": " + text;
	}

	private static int operation(String field) {
		return field.startsWith("ops[") ? Integer.parseInt(field.substring(4, field.indexOf(']'))) : Integer.MAX_VALUE;
	}

	private static String words(Verdict.Difference d) {
		String what = d.field().substring(d.field().indexOf('.') + 1);
		String actual = d.actual();
		if (what.contains("irb")) {
			return actual.length() < SCSW ? "no interruption"
					: actual.substring(0, 8) + " " + actual.substring(8, 16) + " " + actual.substring(16, SCSW);
		}
		return switch (what) {
		case "cc" -> actual.equals("null") ? "no interruption" : "cc " + actual;
		case "timeout" -> actual.equals("true") ? "no interruption" : "an interruption";
		case "program_interruption" -> "program interruption " + actual;
		default -> storage(d);
		};
	}

	/** Eight bytes from the first that differs. */
	private static String storage(Verdict.Difference d) {
		int at = 0;
		while (at < Math.min(d.expected().length(), d.actual().length()) && d.expected().charAt(at) == d.actual().charAt(at)) {
			at++;
		}
		at &= ~1;
		return d.field() + " + " + at / 2 + ": " + d.actual().substring(at, Math.min(d.actual().length(), at + 16));
	}
}
