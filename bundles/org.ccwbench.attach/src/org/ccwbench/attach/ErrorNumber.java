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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names and meanings of Linux' error numbers, and what to do when a call ends with one; the tables stand in {@code errors.txt}. */
public final class ErrorNumber {
	private record Name(String name, String words) {}

	private record Advice(String call, int error, String words) {}

	private static final Map<Integer, Name> NAMES = new HashMap<>();
	private static final Map<String, Integer> NUMBERS = new HashMap<>();
	private static final List<Advice> ADVICE = new ArrayList<>();

	static {
		load();
	}

	private ErrorNumber() {}

	/** "EBUSY", or "error 999" for a number without a name. */
	public static String name(int error) {
		Name n = NAMES.get(error);
		return n == null ? "error " + error : n.name;
	}

	/** "EBUSY (device or resource busy)". */
	public static String text(int error) {
		Name n = NAMES.get(error);
		return n == null ? "error " + error : n.name + " (" + n.words + ")";
	}

	/** What to do about it, a sentence or two; null if the table has nothing for this call and error. */
	public static String advice(String call, int error) {
		for (Advice a : ADVICE) {
			if (a.error == error && call.startsWith(a.call)) {
				return a.words;
			}
		}
		return null;
	}

	private static void load() {
		try (InputStream in = ErrorNumber.class.getResourceAsStream("errors.txt")) {
			BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				if (line.isBlank() || line.startsWith("#")) {
					continue;
				}
				if (Character.isDigit(line.charAt(0))) {
					String[] columns = line.split("\\s+", 3);
					int number = Integer.parseInt(columns[0]);
					NAMES.put(number, new Name(columns[1], columns[2]));
					NUMBERS.put(columns[1], number);
				} else {
					String[] columns = line.split("\\s*\\|\\s*", 3);
					ADVICE.add(new Advice(columns[0], NUMBERS.get(columns[1]), columns[2]));
				}
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
