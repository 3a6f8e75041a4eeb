// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

/**
 * One thing that is wrong with a text.
 *
 * @param severity whether the text can be run all the same
 * @param file name as given to the parser
 * @param line from 1
 * @param column from 1, in characters
 * @param offset of the first character in the text, from 0
 * @param length characters, at least 1
 * @param message one sentence, without a place
 * @param expected what would have been right; empty if the message says it all
 */
public record Problem(Severity severity, String file, int line, int column, int offset, int length, String message,
		String expected) {
	private static final int WIDTH = 160;

	/** File, line and column, severity and message, on one line. */
	@Override
	public String toString() {
		String tail = expected.isEmpty() ? "" : "; expected " + expected;
		return file + ":" + line + ":" + column + ": " + severity.name().toLowerCase() + ": " + message + tail;
	}

	/** The message, the line of {@code text} (the text that was read) and carets under the spot. */
	public String caret(String text) {
		int at = Math.min(Math.max(offset, 0), text.length());
		int from = at;
		while (from > 0 && !Lines.isEnd(text.charAt(from - 1))) {
			from--;
		}
		int to = at;
		while (to < text.length() && !Lines.isEnd(text.charAt(to))) {
			to++;
		}
		boolean cut = at - from > WIDTH;
		int begin = cut ? at - WIDTH / 2 : from;
		int end = Math.min(to, begin + WIDTH);
		String lead = cut ? "…" : "";
		StringBuilder under = new StringBuilder(cut ? " " : "");
		for (int i = begin; i < at; i++) {
			under.append(text.charAt(i) == '\t' ? '\t' : ' ');
		}
		int carets = Math.max(1, Math.min(length, end - at));
		return this + "\n" + lead + printable(text.substring(begin, end)) + (end < to ? "…" : "") + "\n"
				+ under + "^".repeat(carets);
	}

	private static String printable(String s) {
		StringBuilder b = new StringBuilder(s);
		for (int i = 0; i < b.length(); i++) {
			if (b.charAt(i) != '\t' && Character.isISOControl(b.charAt(i))) {
				b.setCharAt(i, '·');
			}
		}
		return b.toString();
	}
}
