// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

/** Text between apostrophes, where an apostrophe inside is written twice. */
final class Quoted {
	private Quoted() {}

	/** Index of the apostrophe that closes the one at {@code open}; -1 if none does. */
	static int close(String s, int open) {
		int i = open + 1;
		while (i < s.length()) {
			if (s.charAt(i) == '\'') {
				if (i + 1 >= s.length() || s.charAt(i + 1) != '\'') {
					return i;
				}
				i++;
			}
			i++;
		}
		return -1;
	}

	/** What stands between the apostrophes; doubled apostrophes and ampersands are made single. */
	static String unquote(String s, int open, int close) {
		return s.substring(open + 1, close).replace("''", "'").replace("&&", "&");
	}

	/** Whether all of {@code s} is one quoted text. */
	static boolean isQuoted(String s) {
		return s.length() >= 2 && s.charAt(0) == '\'' && close(s, 0) == s.length() - 1;
	}

	/** {@code s} in apostrophes. */
	static String quote(String s) {
		return "'" + s.replace("'", "''").replace("&", "&&") + "'";
	}
}
