// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;

/** Work of a view beside the UI thread, one piece at a time: of what was given up nothing more is heard. UI thread only. */
final class SideWork<T> {
	/** What came of it, and what to say of that. */
	record Found<T>(List<T> all, String words) {}

	private Job job;

	/**
	 * Begins a piece of work; one that is going on is given up.
	 *
	 * @param work is done in a thread of its own; it looks whether it is cancelled
	 * @param told hears of the result, in the UI thread
	 */
	void start(String name, Function<IProgressMonitor, Found<T>> work, Consumer<Found<T>> told) {
		cancel();
		Display display = Display.getCurrent();
		job = new Job(name) {
			@Override
			protected IStatus run(IProgressMonitor monitor) {
				Found<T> found = work.apply(monitor);
				if (!display.isDisposed()) {
					display.asyncExec(() -> tell(this, found, told));
				}
				return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
			}
		};
		job.schedule();
	}

	private void tell(Job by, Found<T> found, Consumer<Found<T>> told) {
		if (by == job) {
			job = null;
			told.accept(found);
		}
	}

	/** Gives up what is going on, if anything is. */
	void cancel() {
		if (job != null) {
			job.cancel();
			job = null;
		}
	}
}
