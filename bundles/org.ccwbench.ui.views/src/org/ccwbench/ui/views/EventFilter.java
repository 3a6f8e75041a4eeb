// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;

import org.ccwbench.run.Event;
import org.ccwbench.run.Recording;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;

/**
 * Goes through a recording beside the UI thread and tells, again and again, which events are of some kinds and have
 * some characters in their words. It only reads; if the recording is closed meanwhile, it ends.
 */
final class EventFilter extends Job {
	/** Numbers of events, ascending; the first {@code size} count. */
	record Found(int[] events, int size, boolean complete) {}

	private static final long TELL_EVERY = 150_000_000L;
	private static final int ASK_EVERY = 1024;
	private final Recording recording;
	private final EventKinds kinds;
	private final String words;
	private final Consumer<Found> told;
	private final Display display;
	private int[] found = new int[1024];
	private int size;

	/** @param told called on the UI thread */
	EventFilter(Display display, Recording recording, EventKinds kinds, String words, Consumer<Found> told) {
		super("Looking through the recording");
		this.display = display;
		this.recording = recording;
		this.kinds = kinds;
		this.words = words.strip().toLowerCase(Locale.ROOT);
		this.told = told;
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		int all = (int) Math.min(Integer.MAX_VALUE, recording.size());
		monitor.beginTask("", 100);
		Event event = new Event();
		long last = System.nanoTime();
		int percent = 0;
		try {
			for (int n = 0; n < all; n++) {
				if (n % ASK_EVERY == 0) {
					if (monitor.isCanceled()) {
						return Status.CANCEL_STATUS;
					}
					int now = (int) (100L * n / all);
					monitor.worked(now - percent);
					percent = now;
					if (System.nanoTime() - last > TELL_EVERY) {
						last = System.nanoTime();
						tell(false, monitor);
					}
				}
				recording.read(n, event);
				if (kinds.kinds.contains(event.kind()) && (words.isEmpty() || recording.describe(n).toLowerCase(Locale.ROOT).contains(words))) {
					add(n);
				}
			}
		} catch (IndexOutOfBoundsException e) {
			return Status.CANCEL_STATUS;
		}
		tell(true, monitor);
		return Status.OK_STATUS;
	}

	private void add(int n) {
		if (size == found.length) {
			found = Arrays.copyOf(found, size * 2);
		}
		found[size++] = n;
	}

	private void tell(boolean complete, IProgressMonitor monitor) {
		Found now = new Found(found, size, complete);
		if (!display.isDisposed()) {
			display.asyncExec(() -> {
				if (!monitor.isCanceled()) {
					told.accept(now);
				}
			});
		}
	}
}
