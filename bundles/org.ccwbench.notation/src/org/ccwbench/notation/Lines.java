// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.Arrays;

/** Offsets of a text to line and column. Lines end with LF, CR LF or CR. */
final class Lines {
	private int[] starts = new int[64];
	private int count;

	Lines(CharSequence text) {
		add(0);
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
				add(i + 1);
			}
		}
	}

	static boolean isEnd(char c) {
		return c == '\n' || c == '\r';
	}

	int count() {
		return count;
	}

	/** Offset of a line's first character. @param line from 1 */
	int start(int line) {
		return starts[line - 1];
	}

	/** From 1. */
	int line(int offset) {
		int at = Arrays.binarySearch(starts, 0, count, offset);
		return at >= 0 ? at + 1 : -at - 1;
	}

	/** From 1. */
	int column(int offset) {
		return offset - starts[line(offset) - 1] + 1;
	}

	private void add(int start) {
		if (count == starts.length) {
			starts = Arrays.copyOf(starts, count * 2);
		}
		starts[count++] = start;
	}
}
