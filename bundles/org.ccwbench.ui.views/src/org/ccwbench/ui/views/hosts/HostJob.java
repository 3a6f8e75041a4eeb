// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views.hosts;

import java.util.function.Consumer;

import org.ccwbench.attach.AttachException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;

/** Asks a host beside the UI thread, and tells on it what came. */
final class HostJob<T> extends Job {
	private final KnownHost host;
	private final KnownHost.Work<T> work;
	private final Consumer<T> done;
	private final Consumer<String> failed;
	private final Display display = Display.getCurrent();

	/** To be made on the UI thread, where {@code done} or else {@code failed}, with words for people, is called. */
	HostJob(String title, KnownHost host, KnownHost.Work<T> work, Consumer<T> done, Consumer<String> failed) {
		super(title);
		this.host = host;
		this.work = work;
		this.done = done;
		this.failed = failed;
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		monitor.beginTask("", IProgressMonitor.UNKNOWN);
		try {
			T came = host.with(work);
			tell(() -> done.accept(came));
		} catch (AttachException e) {
			tell(() -> failed.accept(e.getMessage()));
		}
		return Status.OK_STATUS;
	}

	private void tell(Runnable what) {
		if (!display.isDisposed()) {
			display.asyncExec(what);
		}
	}
}
