// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import java.util.Collection;

/** Finds what was probably meant. */
final class Nearest {
	private Nearest() {}

	/** ", did you mean X?" or nothing if no name is near. */
	static String didYouMean(String word, Collection<String> names) {
		String best = null;
		int least = Math.max(2, word.length() / 3) + 1;
		for (String n : names) {
			int d = n.startsWith(word) && word.length() > 1 ? 1 : distance(word.toLowerCase(java.util.Locale.ROOT), n);
			if (d < least) {
				least = d;
				best = n;
			}
		}
		return best == null ? "" : ", did you mean " + best + "?";
	}

	private static int distance(String a, String b) {
		if (a.length() > 64) {
			return Integer.MAX_VALUE;
		}
		int[] row = new int[b.length() + 1];
		for (int j = 0; j <= b.length(); j++) {
			row[j] = j;
		}
		for (int i = 1; i <= a.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= b.length(); j++) {
				int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
			}
		}
		return row[b.length()];
	}
}
