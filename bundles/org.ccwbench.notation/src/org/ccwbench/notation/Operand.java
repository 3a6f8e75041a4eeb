// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.ArrayList;
import java.util.List;

/**
 * One operand of a card.
 *
 * @param name keyword before the equals sign as written; null if there is none
 * @param nameAt index of the name in the operand field; that of the text if there is none
 * @param text the value as written
 * @param at index of the text in the operand field
 */
record Operand(String name, int nameAt, String text, int at) {
	/** Operands between commas outside quotes and parentheses; an empty field has none. */
	static List<Operand> split(String field, boolean keywords) {
		List<Operand> list = new ArrayList<>(4);
		for (int[] p : pieces(field, 0, field.length())) {
			list.add(of(field, p[0], p[1], keywords));
		}
		return list;
	}

	/** The field without commas that nothing follows. */
	static String withoutEmptyEnd(String field) {
		List<Operand> all = split(field, true);
		int n = all.size();
		while (n > 0 && all.get(n - 1).isEmpty()) {
			n--;
		}
		return n == 0 ? "" : field.substring(0, all.get(n - 1).end());
	}

	/** The parts of {@code (a,b)}, or the text itself if it is not in parentheses. */
	List<Operand> parts() {
		if (text.length() < 2 || text.charAt(0) != '(' || text.charAt(text.length() - 1) != ')') {
			return List.of(this);
		}
		List<Operand> list = new ArrayList<>();
		for (int[] p : pieces(text, 1, text.length() - 1)) {
			list.add(new Operand(null, at + p[0], text.substring(p[0], p[1]), at + p[0]));
		}
		return list;
	}

	boolean isEmpty() {
		return name == null && text.isEmpty();
	}

	/** Index after the last character. */
	int end() {
		return at + text.length();
	}

	/** Where the pieces between commas lie. Parentheses that are not closed hold nothing together. */
	private static List<int[]> pieces(String s, int from, int to) {
		List<int[]> list = pieces(s, from, to, true);
		return list == null ? pieces(s, from, to, false) : list;
	}

	private static List<int[]> pieces(String s, int from, int to, boolean parentheses) {
		List<int[]> list = new ArrayList<>();
		if (from >= to) {
			return list;
		}
		int depth = 0;
		boolean quote = false;
		int begin = from;
		for (int i = from; i < to; i++) {
			char c = s.charAt(i);
			if (c == '\'') {
				boolean attribute = !quote && CardReader.isAttribute(s.substring(Math.max(begin, i - 2), i),
						i + 1 < to ? s.charAt(i + 1) : ' ');
				quote ^= !attribute;
			} else if (!quote && parentheses && c == '(') {
				depth++;
			} else if (!quote && c == ')' && depth > 0) {
				depth--;
			} else if (!quote && c == ',' && depth == 0) {
				list.add(new int[] { begin, i });
				begin = i + 1;
			}
		}
		list.add(new int[] { begin, to });
		return depth > 0 ? null : list;
	}

	private static Operand of(String field, int from, int to, boolean keywords) {
		int i = from;
		if (keywords && i < to && CardReader.isNameStart(field.charAt(i))) {
			while (i < to && CardReader.isNamePart(field.charAt(i))) {
				i++;
			}
			if (i < to && field.charAt(i) == '=') {
				return new Operand(field.substring(from, i), from, field.substring(i + 1, to), i + 1);
			}
		}
		return new Operand(null, from, field.substring(from, to), from);
	}
}
