// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

import org.ccwbench.ui.UiPlugin;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
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
	 * @param told hears of the result, in the UI thread; also that it was stopped, or broke
	 */
	void start(String name, Function<IProgressMonitor, Found<T>> work, Consumer<Found<T>> told) {
		cancel();
		Display display = Display.getCurrent();
		AtomicReference<Found<T>> found = new AtomicReference<>(new Found<>(List.of(), "Stopped."));
		job = new Job(name) {
			@Override
			protected IStatus run(IProgressMonitor monitor) {
				try {
					found.set(work.apply(monitor));
				} catch (RuntimeException | OutOfMemoryError e) {
					UiPlugin.log(name + " broke", e);
					found.set(new Found<>(List.of(), "The workbench itself failed (" + e + "). The log in the workspace, .metadata/.log, says where."));
				}
				return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
			}
		};
		// Also of one that is stopped before it begins.
		job.addJobChangeListener(new JobChangeAdapter() {
			@Override
			public void done(IJobChangeEvent event) {
				if (!display.isDisposed()) {
					display.asyncExec(() -> tell(event.getJob(), found.get(), told));
				}
			}
		});
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
