// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.help;

/**
 * What of a line the caret is at.
 *
 * @param word      letters and digits around the caret; empty if there are none
 * @param operation the second field of the line, or the first if the line begins with blanks; null if there is none
 */
record Words(String word, String operation) {
	static Words at(String line, int caret) {
		int from = Math.min(Math.max(caret, 0), line.length());
		int to = from;
		while (from > 0 && part(line.charAt(from - 1))) {
			from--;
		}
		while (to < line.length() && part(line.charAt(to))) {
			to++;
		}
		return new Words(line.substring(from, to), line.startsWith("*") ? null : operation(line));
	}

	private static boolean part(char c) {
		return Character.isLetterOrDigit(c) || c == '_' || c == '@' || c == '#' || c == '$';
	}

	private static String operation(String line) {
		// A line that begins with blanks splits into an empty label and the rest.
		String[] fields = line.split("\\s+", 3);
		return fields.length > 1 && !fields[1].isEmpty() ? fields[1] : null;
	}
}
