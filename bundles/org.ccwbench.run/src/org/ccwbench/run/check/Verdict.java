// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.check;

import java.util.List;

/**
 * What came of one vector.
 *
 * @param state       passed, failed or skipped
 * @param reason      why it was skipped; null otherwise
 * @param differences field by field; empty unless it failed
 */
public record Verdict(State state, String reason, List<Difference> differences) {
	/** The three ways to end. */
	public enum State {
		PASSED, FAILED, SKIPPED
	}

	/** One thing that is not as recorded, such as {@code ops[3].cc}, expected 0, actual 1. */
	public record Difference(String field, String expected, String actual) {}

	/** Passed if nothing differs. */
	public static Verdict of(List<Difference> differences) {
		return new Verdict(differences.isEmpty() ? State.PASSED : State.FAILED, null, List.copyOf(differences));
	}

	public static Verdict skipped(String why) {
		return new Verdict(State.SKIPPED, why, List.of());
	}
}
