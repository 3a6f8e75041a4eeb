// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.Collection;
import java.util.Locale;

/** Finds the name that was probably meant. */
final class Suggest {
	private static final int LONGEST = 32;
	private static final int MOST = 2000;

	private Suggest() {}

	/** {@code "; did you mean X?"}, or an empty text if nothing is near. */
	static String didYouMean(String wrong, Collection<String> names) {
		String best = closest(wrong, names);
		return best == null ? "" : "; did you mean " + best + "?";
	}

	/** The nearest of {@code names}; null if none is within two typing slips (one for short names). */
	static String closest(String wrong, Collection<String> names) {
		if (wrong.length() > LONGEST) {
			return null;
		}
		String w = wrong.toUpperCase(Locale.ROOT);
		int limit = w.length() <= 3 ? 1 : 2;
		String best = null;
		int seen = 0;
		for (String name : names) {
			if (++seen > MOST) {
				break;
			}
			if (Math.abs(name.length() - w.length()) <= limit) {
				int d = distance(w, name.toUpperCase(Locale.ROOT));
				if (d <= limit) {
					limit = d - 1;
					best = name;
				}
			}
		}
		return best;
	}

	/** Insertions, deletions, changes and swaps of neighbours that lead from one to the other. */
	private static int distance(String a, String b) {
		int[] older = new int[b.length() + 1];
		int[] old = new int[b.length() + 1];
		int[] now = new int[b.length() + 1];
		for (int j = 0; j <= b.length(); j++) {
			old[j] = j;
		}
		for (int i = 1; i <= a.length(); i++) {
			now[0] = i;
			for (int j = 1; j <= b.length(); j++) {
				int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
				now[j] = Math.min(Math.min(now[j - 1], old[j]) + 1, old[j - 1] + change);
				if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
					now[j] = Math.min(now[j], older[j - 2] + 1);
				}
			}
			int[] spare = older;
			older = old;
			old = now;
			now = spare;
		}
		return old[b.length()];
	}
}
