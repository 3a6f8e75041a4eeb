// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import java.util.List;

/**
 * One line of the guard's table.
 *
 * @param kind   what it says
 * @param wanted what the data must hold; null unless {@link Kind#DATA}
 * @param when   only if the data also hold this; null for always
 * @param why    words that follow the name of the command
 */
record GuardRule(Kind kind, Condition wanted, Condition when, String why) {
	/** Kinds of lines. */
	enum Kind {
		NEVER, REFUSED, DATA
	}

	/** A byte of the data, masked, is one of some values. */
	record Condition(int offset, int mask, List<Integer> values) {
		boolean holds(byte[] data) {
			return values.contains(data[offset] & 0xFF & mask);
		}
	}

	/** Whether the rule says nothing against these data; those that are too short to tell say enough. */
	boolean passes(byte[] data) {
		if (kind != Kind.DATA) {
			return false;
		}
		if (when != null && (when.offset >= data.length || !when.holds(data))) {
			return when.offset < data.length;
		}
		return wanted.offset < data.length && wanted.holds(data);
	}
}
