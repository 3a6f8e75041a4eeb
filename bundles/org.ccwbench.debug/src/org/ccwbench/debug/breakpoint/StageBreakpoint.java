// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.breakpoint;

import java.util.Map;

import org.ccwbench.run.EventKind;
import org.ccwbench.run.Search;
import org.ccwbench.run.StageState;
import org.ccwbench.ui.ActiveRun;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;

/** Stops when a stage begins, or when it is over. Paths that lack the stage go by. */
public final class StageBreakpoint extends RunBreakpoint {
	/** Marker type. */
	public static final String TYPE = "org.ccwbench.debug.stage";
	private static final String STAGE = "org.ccwbench.debug.id";
	private static final String LEFT = "org.ccwbench.debug.left";

	/** For the platform, which gives it its marker. */
	public StageBreakpoint() {}

	/**
	 * @param id   "K2"
	 * @param left when it is over, not when it begins
	 */
	public StageBreakpoint(String id, boolean left) throws CoreException {
		enter(ResourcesPlugin.getWorkspace().getRoot(), TYPE, Map.of(STAGE, id, LEFT, left));
	}

	@Override
	public Search.Condition condition(ActiveRun run) {
		int index = run.history().stages().stream().filter(s -> s.stage().id().equals(text(STAGE))).mapToInt(StageState::index).findFirst().orElse(-1);
		EventKind kind = flag(LEFT) ? EventKind.STAGE_LEFT : EventKind.STAGE;
		return index < 0 ? null : (e, where) -> e.kind() == kind && e.detail() == index;
	}

	@Override
	public String words() {
		return "Stage " + text(STAGE) + (flag(LEFT) ? " is over" : " begins");
	}
}
