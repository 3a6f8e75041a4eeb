// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui;

import org.ccwbench.run.History;
import org.ccwbench.run.StageState;

/** Where one is, in words, the same for status line and views. */
public final class Headline {
	private Headline() {}

	/** Run and path: "read-volume-label.ccw · two-stage". */
	public static String run(ActiveRun run) {
		return switch (run.phase()) {
			case NONE -> "No run";
			case RUNNING -> run.program().name() + " · " + run.path() + " · running …";
			case FAILED -> run.program().name() + " · " + run.path() + " · did not run";
			case CANCELLED -> run.program().name() + " · " + run.path() + " · cancelled";
			case READY -> run.program().name() + " · " + run.path() + (run.edited() ? " · text edited since" : "");
		};
	}

	/** Stage: "Q2 Translate guest program"; empty if there is no history. */
	public static String stage(ActiveRun run) {
		if (run.history() == null) {
			return "";
		}
		StageState stage = run.stage();
		return stage == null ? run.history().position() == 0 ? "before the first stage" : "after the last stage" : stage.stage().id() + " " + stage.stage().title();
	}

	/** Step: "event 123 of 456"; empty if there is no history. */
	public static String step(ActiveRun run) {
		History history = run.history();
		return history == null ? "" : String.format("event %,d of %,d", history.position(), history.size());
	}

	/** All three. */
	public static String line(ActiveRun run) {
		return run.history() == null ? run(run) : run(run) + " · " + stage(run) + " · " + step(run);
	}
}
