// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects problems of one text: each place and message once, a bounded number, in the order of the text. */
final class Problems {
	private record Key(int offset, String message) {}

	private final String file;
	private final Lines lines;
	private final List<Problem> list = new ArrayList<>();
	private final Set<Key> seen = new HashSet<>();
	private int dropped;

	Problems(String file, Lines lines) {
		this.file = file;
		this.lines = lines;
	}

	void error(int offset, int length, String message, String expected) {
		add(Severity.ERROR, offset, length, message, expected);
	}

	void warning(int offset, int length, String message, String expected) {
		add(Severity.WARNING, offset, length, message, expected);
	}

	/** Whether further problems are only counted, so that their wording does not matter. */
	boolean isFull() {
		return list.size() >= Limits.PROBLEMS;
	}

	int line(int offset) {
		return lines.line(offset);
	}

	/** All, in the order of the text; the last one says how many were left out, if any were. */
	List<Problem> list() {
		List<Problem> all = new ArrayList<>(list);
		all.sort(Comparator.comparingInt(Problem::offset));
		if (dropped > 0) {
			Problem last = all.get(all.size() - 1);
			all.add(new Problem(Severity.ERROR, file, last.line(), last.column(), last.offset(), 1,
					dropped + " further problems are not listed", ""));
		}
		return List.copyOf(all);
	}

	private void add(Severity severity, int offset, int length, String message, String expected) {
		if (list.size() >= Limits.PROBLEMS) {
			dropped++;
		} else if (seen.add(new Key(offset, message))) {
			list.add(new Problem(severity, file, lines.line(offset), lines.column(offset), offset,
					Math.max(1, length), message, expected));
		}
	}
}
