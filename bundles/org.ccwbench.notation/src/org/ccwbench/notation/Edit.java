// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.Comparator;
import java.util.List;

/**
 * One change of a text.
 *
 * @param offset first character that goes away, or where something comes in
 * @param length characters that go away, from 0
 * @param text what comes in their place
 */
public record Edit(int offset, int length, String text) {
	/** What a text becomes by changes that do not overlap; each offset is one of the text before. */
	public static String apply(String text, List<Edit> edits) {
		StringBuilder b = new StringBuilder(text);
		edits.stream().sorted(Comparator.comparingInt(Edit::offset).reversed()).forEach(e -> b.replace(e.offset, e.offset + e.length, e.text));
		return b.toString();
	}

	/** The least change that makes {@code after} of {@code before}, which stands at {@code offset}; null if they are the same. */
	static Edit between(int offset, String before, String after) {
		if (before.equals(after)) {
			return null;
		}
		int most = Math.min(before.length(), after.length());
		int head = 0;
		while (head < most && before.charAt(head) == after.charAt(head)) {
			head++;
		}
		int tail = 0;
		while (tail < most - head && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
			tail++;
		}
		return new Edit(offset + head, before.length() - head - tail, after.substring(head, after.length() - tail));
	}
}
