// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.breakpoint;

import java.util.LinkedHashMap;
import java.util.Map;

import org.ccwbench.debug.model.Debugging;
import org.ccwbench.run.History;
import org.ccwbench.run.Search;
import org.ccwbench.ui.ActiveRun;
import org.ccwbench.ui.UiPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.swt.widgets.Display;

/**
 * To the next breakpoint, on or back; to the end or the beginning where there is none. Looks for it beside the UI
 * thread, as the recording may be long.
 */
public final class Continuing extends Job {
	private static Continuing underWay;
	private final Display display;
	private final ActiveRun run;
	private final History history;
	private final long from;
	private final int direction;
	private final boolean stayIfNone;
	private final Map<RunBreakpoint, Search.Condition> conditions;
	private RunBreakpoint hit;

	private Continuing(ActiveRun run, int direction, boolean stayIfNone, Map<RunBreakpoint, Search.Condition> conditions) {
		super(direction > 0 ? "Continuing to the next breakpoint" : "Going back to the breakpoint before");
		this.run = run;
		this.direction = direction;
		this.stayIfNone = stayIfNone;
		this.conditions = conditions;
		display = Display.getCurrent();
		history = run.history();
		from = run.to();
	}

	/** UI thread only. @param direction 1 or -1 */
	public static void go(ActiveRun run, int direction) {
		start(run, direction, false);
	}

	/** To the first breakpoint if one is met at all; else it stays. */
	public static void toFirst(ActiveRun run) {
		start(run, 1, true);
	}

	private static void start(ActiveRun run, int direction, boolean stay) {
		stop();
		if (run.history() == null) {
			return;
		}
		Map<RunBreakpoint, Search.Condition> conditions = conditions(run);
		if (!conditions.isEmpty()) {
			underWay = new Continuing(run, direction, stay, conditions);
			underWay.schedule();
		} else if (!stay) {
			run.seek(direction > 0 ? Long.MAX_VALUE : 0);
		}
	}

	/** Whether the next breakpoint is being looked for. */
	public static boolean underWay() {
		return underWay != null;
	}

	/** Stops looking; false if nothing was looked for. UI thread only. */
	public static boolean stop() {
		if (underWay == null) {
			return false;
		}
		underWay.cancel();
		underWay = null;
		return true;
	}

	private static Map<RunBreakpoint, Search.Condition> conditions(ActiveRun run) {
		Map<RunBreakpoint, Search.Condition> all = new LinkedHashMap<>();
		var manager = DebugPlugin.getDefault().getBreakpointManager();
		if (!manager.isEnabled()) {
			return all;
		}
		for (IBreakpoint b : manager.getBreakpoints(org.ccwbench.debug.model.RunTarget.MODEL)) {
			try {
				Search.Condition condition = b.isEnabled() && b instanceof RunBreakpoint own ? own.condition(run) : null;
				if (condition != null) {
					all.put((RunBreakpoint) b, condition);
				}
			} catch (CoreException e) {
				UiPlugin.log("A breakpoint could not be read", e);
			}
		}
		return all;
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		monitor.beginTask("", IProgressMonitor.UNKNOWN);
		Search search = history.search();
		Search.Condition any = (e, where) -> {
			for (var c : conditions.entrySet()) {
				if (c.getValue().met(e, where)) {
					hit = c.getKey();
					return true;
				}
			}
			return false;
		};
		long found = direction > 0 ? search.forward(from, any, monitor::isCanceled) : search.back(from, any, monitor::isCanceled);
		if (!display.isDisposed()) {
			display.asyncExec(() -> over(found, monitor.isCanceled()));
		}
		return Status.OK_STATUS;
	}

	private void over(long found, boolean cancelled) {
		if (underWay == this) {
			underWay = null;
		}
		if (cancelled || run.history() != history) {
			return;
		}
		if (found >= 0) {
			Debugging.stopping(hit);
			run.seek(found);
		} else if (!stayIfNone) {
			run.seek(direction > 0 ? Long.MAX_VALUE : 0);
		}
	}
}
