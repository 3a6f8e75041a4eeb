// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

/** Names with * for any characters and ? for one. */
public final class Glob {
	private Glob() {}

	/** In time proportional to both lengths at worst: no pattern makes it hang. */
	public static boolean matches(String pattern, String name) {
		int p = 0;
		int n = 0;
		int star = -1;
		int mark = 0;
		while (n < name.length()) {
			if (p < pattern.length() && pattern.charAt(p) == '*') {
				star = p++;
				mark = n;
			} else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))) {
				p++;
				n++;
			} else if (star >= 0) {
				p = star + 1;
				n = ++mark;
			} else {
				return false;
			}
		}
		while (p < pattern.length() && pattern.charAt(p) == '*') {
			p++;
		}
		return p == pattern.length();
	}
}
