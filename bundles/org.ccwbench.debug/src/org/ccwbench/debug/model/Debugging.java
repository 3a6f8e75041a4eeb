// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.model;

import org.ccwbench.debug.breakpoint.Continuing;
import org.ccwbench.debug.breakpoint.RunBreakpoint;
import org.ccwbench.run.EventKind;
import org.ccwbench.run.History;
import org.ccwbench.run.Search;
import org.ccwbench.run.SpaceView;
import org.ccwbench.ui.ActiveRun;
import org.ccwbench.ui.UiPlugin;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.Launch;
import org.eclipse.debug.core.model.IMemoryBlock;
import org.eclipse.swt.widgets.Display;

/**
 * Keeps the debug platform at the run that the window shows: every run, however it was started, is a launch with a
 * target; the next one takes its place. UI thread only.
 */
public final class Debugging implements ActiveRun.Listener {
	private static final long MOST_EVENTS = 200_000;
	private static final int TELL_AFTER_MILLIS = 60;
	private static final long TELL_WITHIN_NANOS = 300_000_000L;
	private static Debugging only;
	private final ActiveRun run;
	private RunTarget target;
	private ILaunch expected;
	private RunBreakpoint stop;
	private boolean first;
	private final Runnable moved = this::moved;
	/** Until when the platform is to hear of a position; 0 if it knows. */
	private long due;

	private Debugging(ActiveRun run) {
		this.run = run;
		run.addListener(this);
	}

	/** From now on; once. A run that is there already is taken over. */
	public static Debugging begin() {
		if (only == null) {
			only = new Debugging(UiPlugin.activeRun());
			if (UiPlugin.activeRun().phase() != ActiveRun.Phase.NONE) {
				only.runChanged();
			}
		}
		return only;
	}

	/** The run that is started next belongs to this launch. */
	public void expect(ILaunch launch) {
		expected = launch;
	}

	/** The next change of position is because of this breakpoint. */
	public static void stopping(RunBreakpoint at) {
		if (only != null) {
			only.stop = at;
		}
	}

	/** The target of the run that the window shows; null if there is none. */
	public RunTarget target() {
		return target;
	}

	@Override
	public void runChanged() {
		switch (run.phase()) {
			case RUNNING -> {
				end();
				target = new RunTarget(launch(), run);
				first = target.getLaunch().getLaunchMode().equals(ILaunchManager.DEBUG_MODE);
			}
			case READY -> {
				if (target == null || target.isReady()) {
					end();
					target = new RunTarget(launch(), run);
				}
				target.ready(run);
				showStorage(run.history());
				if (first && run.history().position() == 0) {
					Continuing.toFirst(run);
				}
			}
			default -> end();
		}
	}

	private ILaunch launch() {
		ILaunch given = expected;
		expected = null;
		if (given == null) {
			given = new Launch(null, ILaunchManager.RUN_MODE, null);
			given.setSourceLocator(new Sources());
			DebugPlugin.getDefault().getLaunchManager().addLaunch(given);
		}
		return given;
	}

	private void end() {
		Continuing.stop();
		if (target != null) {
			target.ended();
			DebugPlugin.getDefault().getLaunchManager().removeLaunch(target.getLaunch());
			target = null;
		}
	}

	/** The platform's views follow a moment later, and once for steps in quick succession: what it does for one takes longer than the step. */
	@Override
	public void positionChanged() {
		if (stop != null) {
			tell();
			return;
		}
		long now = System.nanoTime();
		due = due == 0 ? now + TELL_WITHIN_NANOS : due;
		// Again means later, as long as it is not too late.
		if (now < due) {
			Display.getCurrent().timerExec(TELL_AFTER_MILLIS, moved);
		}
	}

	/** Whether the platform has heard of the position where the run stands; for tests. */
	public static boolean settled() {
		return only != null && only.due == 0;
	}

	/** Of a step that was told of already there is nothing more to tell: it would take the place of the breakpoint after it. */
	private void moved() {
		if (due != 0) {
			tell();
		}
	}

	private void tell() {
		Display.getCurrent().timerExec(-1, moved);
		due = 0;
		RunBreakpoint at = stop;
		stop = null;
		if (target != null && target.isReady() && run.history() != null) {
			target.moved(run, at);
		}
	}

	/** Guest, user and host storage each from where the program is on. */
	private void showStorage(History history) {
		long guest = run.session().image().starts().get(0).cpa();
		long[] first = first(history);
		for (SpaceView s : history.spaces()) {
			long base = switch (s.id()) {
				case "guest" -> guest;
				case "user" -> first[0];
				case "host" -> first[1];
				default -> -1;
			};
			if (base >= 0) {
				DebugPlugin.getDefault().getMemoryBlockManager().addMemoryBlocks(new IMemoryBlock[] {
						target.watch(new SpaceBlock(target, s.id(), s.title(), base & -16)) });
			}
		}
		Renderings.showLater();
	}

	/** The first address of user and of host storage that a look-up found, 0 if none of the first events is one. */
	private static long[] first(History history) {
		long[] found = new long[2];
		long[] left = {MOST_EVENTS};
		Search.Condition both = (e, where) -> {
			if (e.kind() == EventKind.LOOKUP || e.kind() == EventKind.PINNED || e.kind() == EventKind.TRANSLATED) {
				found[0] = found[0] == 0 ? Math.max(0, e.value()) : found[0];
				found[1] = found[1] == 0 ? Math.max(0, e.other()) : found[1];
			}
			return found[0] != 0 && found[1] != 0 || --left[0] == 0;
		};
		history.search().forward(0, both, () -> false);
		return found;
	}
}
