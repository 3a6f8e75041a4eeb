// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.List;
import org.ccwbench.arch.Explanation;

/** What came of a session: one result for each start function that was executed, in order; at least one. */
public record Outcome(List<StartOutcome> starts) {
	public Outcome {
		starts = List.copyOf(starts);
	}

	/** The start function that was executed last. */
	public StartOutcome last() {
		return starts.get(starts.size() - 1);
	}

	/** Condition code of the last START SUBCHANNEL; -1 if it got none. */
	public int conditionCode() {
		return last().conditionCode();
	}

	/** What the kernel answered to the last request: 0 or a negative error number. */
	public int returnCode() {
		return last().returnCode();
	}

	/** The guest's last IRB, 96 bytes, or null. */
	public byte[] irb() {
		return last().irb();
	}

	/** That IRB in words, or null. */
	public Explanation explanation() {
		return last().explanation();
	}

	/** All expectations that were checked. */
	public List<Check> expectations() {
		return starts.stream().flatMap(s -> s.expectations().stream()).toList();
	}

	/** Whether everything expected came, every program ended by itself, and none was left out. */
	public boolean asExpected() {
		return starts.stream().allMatch(StartOutcome::asExpected);
	}

	/** Costs of all start functions. */
	public Costs costs() {
		return starts.stream().map(StartOutcome::costs).reduce(Costs.NONE, Costs::plus);
	}
}
