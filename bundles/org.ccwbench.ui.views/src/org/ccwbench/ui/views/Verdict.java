// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.List;

import org.ccwbench.run.Check;
import org.ccwbench.run.Outcome;
import org.ccwbench.run.StageState;

/** One or two sentences about what came out. */
final class Verdict {
	private Verdict() {}

	static String of(Outcome outcome, List<StageState> stages) {
		String what = outcome.explanation() == null ? outcome.last().started()
				: Refusal.of(stages, outcome.irb()).orElse(outcome.explanation().verdict());
		long wrong = outcome.expectations().stream().filter(c -> !c.ok()).count();
		if (outcome.expectations().isEmpty()) {
			return what;
		}
		if (wrong == 0) {
			return what + " As expected.";
		}
		Check first = outcome.expectations().stream().filter(c -> !c.ok()).findFirst().orElseThrow();
		return what + " Not as expected: " + first.name() + " is " + first.actual() + ", expected " + first.expected()
				+ (wrong > 1 ? ", and " + (wrong - 1) + " more." : ".");
	}
}
