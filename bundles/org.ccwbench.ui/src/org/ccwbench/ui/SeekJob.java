// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui;

import org.ccwbench.run.History;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.PlatformUI;

/**
 * A way to a position that is far away. A history belongs to the UI thread, so the job only asks that thread, again
 * and again, to go a little further; in between it answers keys and paints.
 */
final class SeekJob extends Job {
	/** Nanoseconds that one piece may take: half of what a frame has. */
	static final long PIECE = 8_000_000L;
	private final ActiveRun owner;
	private final History history;
	private volatile long target;

	SeekJob(ActiveRun owner, History history, long target) {
		super("Going to event " + String.format("%,d", target));
		this.owner = owner;
		this.history = history;
		this.target = target;
		var display = PlatformUI.getWorkbench().getDisplay();
		// However it ends, also before it began: a way that nobody goes must not be the one that is waited for.
		addJobChangeListener(IJobChangeListener.onDone(e -> {
			if (!display.isDisposed()) {
				display.asyncExec(() -> owner.arrived(this));
			}
		}));
	}

	long target() {
		return target;
	}

	/** Another goal, also while it is under way. */
	void target(long to) {
		target = to;
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		monitor.beginTask("", IProgressMonitor.UNKNOWN);
		var display = PlatformUI.getWorkbench().getDisplay();
		boolean[] over = new boolean[1];
		while (!over[0] && !display.isDisposed()) {
			display.syncExec(() -> over[0] = piece(monitor));
		}
		return Status.OK_STATUS;
	}

	/** True if there is nothing more to do. */
	private boolean piece(IProgressMonitor monitor) {
		if (owner.history() != history) {
			return true;
		}
		boolean over = history.approach(target, PIECE) || monitor.isCanceled();
		monitor.subTask(String.format("at event %,d", history.position()));
		if (over) {
			// Whoever hears of the arrival may ask for the next step: the way must be over by then.
			owner.arrived(this);
			history.arrived();
		}
		return over;
	}
}
