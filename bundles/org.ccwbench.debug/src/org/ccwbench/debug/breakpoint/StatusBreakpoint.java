// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.breakpoint;

import java.util.Map;

import org.ccwbench.run.EventKind;
import org.ccwbench.run.Search;
import org.ccwbench.ui.ActiveRun;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;

/** Stops when the subchannel becomes status pending, or when a command ends with unit check or a channel check. */
public final class StatusBreakpoint extends RunBreakpoint {
	/** Marker type. */
	public static final String TYPE = "org.ccwbench.debug.status";
	private static final String CHECKS = "org.ccwbench.debug.checks";
	private static final int UNIT_CHECK_OR_EXCEPTION = 0x03;
	private static final int CHANNEL_CHECKS = 0x7F;

	/** For the platform, which gives it its marker. */
	public StatusBreakpoint() {}

	/** @param checks only where something is wrong: unit check, unit exception, incorrect length or a check of the channel */
	public StatusBreakpoint(boolean checks) throws CoreException {
		enter(ResourcesPlugin.getWorkspace().getRoot(), TYPE, Map.of(CHECKS, checks));
	}

	@Override
	public Search.Condition condition(ActiveRun run) {
		return flag(CHECKS)
				? (e, where) -> e.kind() == EventKind.ENDED && ((e.value() & UNIT_CHECK_OR_EXCEPTION) != 0 || (e.other() & CHANNEL_CHECKS) != 0)
				: (e, where) -> e.kind() == EventKind.STATUS;
	}

	@Override
	public String words() {
		return flag(CHECKS) ? "A command ends with a check" : "The subchannel is status pending";
	}
}
