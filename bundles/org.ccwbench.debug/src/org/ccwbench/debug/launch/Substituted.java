// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.ccwbench.model.Device;
import org.ccwbench.model.Document;
import org.ccwbench.model.ModelFactory;
import org.ccwbench.model.Option;
import org.ccwbench.model.Statement;
import org.ccwbench.notation.Notation;
import org.ccwbench.ui.Program;

/** A program with other devices and more faults than its text has. */
final class Substituted {
	private static final Pattern ORB = Pattern.compile("^(?![*.])\\S*\\s+ORB(\\s|$)", Pattern.CASE_INSENSITIVE);
	private static final Pattern DEVICE = Pattern.compile("^(?![*.])\\S*\\s+DEVICE(\\s|$)", Pattern.CASE_INSENSITIVE);
	private static final Pattern COMMENT = Pattern.compile("^(\\*.*|\\s*)$");

	private Substituted() {}

	/** @param types, images by device number in hexadecimal; empty values change nothing */
	static Program of(Program program, Map<String, String> types, Map<String, String> images, String faults) {
		boolean devices = types.values().stream().anyMatch(v -> !v.isBlank()) || images.values().stream().anyMatch(v -> !v.isBlank());
		String text = devices ? devices(program, types, images) : program.text();
		return new Program(program.file(), program.name(), faults.isBlank() ? text : faulty(text, faults));
	}

	private static String devices(Program program, Map<String, String> types, Map<String, String> images) {
		Document document = Notation.parse(program.name(), program.text()).document();
		for (Statement s : document.getStatements()) {
			if (s instanceof Device d) {
				String number = number(d.getNumber());
				set(d, "TYPE", types.getOrDefault(number, ""));
				String image = images.getOrDefault(number, "");
				set(d, "IMAGE", image.isBlank() ? "" : "'" + image.replace("'", "''") + "'");
			}
		}
		return Notation.print(document);
	}

	/** "0.0.0120", "X'0120'" and "120" are the same device. */
	static String number(String written) {
		String digits = written == null ? "" : written.toUpperCase(Locale.ROOT).replaceFirst("^\\d\\.\\d\\.", "").replaceAll("^X'|'$", "");
		try {
			return String.format("%04X", Integer.parseInt(digits, 16));
		} catch (NumberFormatException e) {
			return digits;
		}
	}

	private static void set(Device device, String name, String value) {
		if (value.isBlank()) {
			return;
		}
		for (Option o : device.getOptions()) {
			if (name.equalsIgnoreCase(o.getName())) {
				o.setValue(value);
				return;
			}
		}
		Option fresh = ModelFactory.eINSTANCE.createOption();
		fresh.setName(name);
		fresh.setValue(value);
		device.getOptions().add(fresh);
	}

	/**
	 * Puts the faults before the first ORB, where they count for it. They take the place of comments as far as there
	 * are any, so that the lines of the program keep their numbers; others move down.
	 */
	private static String faulty(String text, String faults) {
		List<String> lines = new ArrayList<>(text.lines().toList());
		int orb = first(lines, ORB, lines.size());
		int device = 0;
		for (int i = 0; i < orb; i++) {
			device = DEVICE.matcher(lines.get(i)).find() ? i + 1 : device;
		}
		for (String line : faults.lines().toList()) {
			String words = line.strip();
			if (words.isEmpty()) {
				continue;
			}
			String fault = "         " + (words.toUpperCase(Locale.ROOT).startsWith("FAULT ") ? "" : "FAULT ") + words;
			int free = orb - 1;
			while (free >= device && !COMMENT.matcher(lines.get(free)).find()) {
				free--;
			}
			if (free >= device) {
				lines.set(free, fault);
			} else {
				lines.add(orb++, fault);
			}
		}
		return String.join("\n", lines) + "\n";
	}

	private static int first(List<String> lines, Pattern what, int otherwise) {
		for (int i = 0; i < lines.size(); i++) {
			if (what.matcher(lines.get(i)).find()) {
				return i;
			}
		}
		return otherwise;
	}
}
