// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ccwbench.arch.Command;
import org.ccwbench.arch.Commands;

/** What the guard knows of the commands of one family of devices: the tables of commands and {@code guard.txt}. */
final class GuardTable {
	private static final Map<String, GuardTable> BY_FAMILY = new HashMap<>();

	static {
		load();
	}

	private final Map<Integer, List<GuardRule>> rules = new HashMap<>();
	private final boolean[] search = new boolean[256];

	/** Of a device type; null or an unknown one has only what every device has. */
	static GuardTable of(String type) {
		return BY_FAMILY.getOrDefault(Commands.family(type), new GuardTable());
	}

	/** The rules of a command, none if its table of commands alone decides. */
	List<GuardRule> rules(int command) {
		return rules.getOrDefault(command, List.of());
	}

	/** Whether the command's ending status can make the channel skip a CCW. */
	boolean searches(int command) {
		return search[command];
	}

	/** Bytes of data that the rules of a command look at; 0 if they look at none. */
	int needs(int command) {
		int n = 0;
		for (GuardRule r : rules(command)) {
			n = Math.max(n, r.wanted() == null ? 0 : r.wanted().offset() + 1);
		}
		return n;
	}

	/**
	 * Why a command must not pass, or null.
	 *
	 * @param data its first bytes, as many as there are up to {@link #needs}
	 */
	static Refusal refusal(String type, long ccw, int code, byte[] data) {
		Command known = Commands.of(type).byCode(code).orElse(null);
		List<GuardRule> rules = of(type).rules(code);
		for (GuardRule r : rules) {
			if (!r.passes(data)) {
				return new Refusal(ccw, code, r.why(), r.kind() == GuardRule.Kind.NEVER);
			}
		}
		if (known == null) {
			return new Refusal(ccw, code, type == null ? "is not known to be harmless, as the device does not tell its type"
					: "is not in the table of commands of a " + type, false);
		}
		return rules.isEmpty() && known.changesMedium() ? new Refusal(ccw, code, "is " + known.title() + ", which can change the medium", false) : null;
	}

	private static void load() {
		try (InputStream in = GuardTable.class.getResourceAsStream("guard.txt")) {
			BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				if (!line.isBlank() && !line.startsWith("#")) {
					String[] words = line.split("\\s+", 3);
					BY_FAMILY.computeIfAbsent(words[0], f -> new GuardTable()).line(words[1], words[2]);
				}
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private void line(String what, String rest) {
		if (what.equals("search")) {
			for (String code : rest.split("\\s+")) {
				search[Integer.parseInt(code, 16)] = true;
			}
			return;
		}
		String[] halves = rest.split("\\s*;\\s*", 2);
		GuardRule rule = switch (halves[0]) {
			case "never" -> new GuardRule(GuardRule.Kind.NEVER, null, null, halves[1]);
			case "refused" -> new GuardRule(GuardRule.Kind.REFUSED, null, null, halves[1]);
			default -> {
				String[] conditions = halves[0].split("\\s*\\?\\s*");
				yield new GuardRule(GuardRule.Kind.DATA, condition(conditions[0]),
						conditions.length > 1 ? condition(conditions[1]) : null, halves[1]);
			}
		};
		rules.computeIfAbsent(Integer.parseInt(what, 16), c -> new ArrayList<>()).add(rule);
	}

	private static GuardRule.Condition condition(String text) {
		String[] parts = text.split("[&=]");
		return new GuardRule.Condition(Integer.parseInt(parts[0]), Integer.parseInt(parts[1], 16),
				Arrays.stream(parts[2].split(",")).map(v -> Integer.parseInt(v, 16)).toList());
	}
}
