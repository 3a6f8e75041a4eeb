// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui;

import java.util.List;

import org.ccwbench.notation.Notation;
import org.ccwbench.notation.Problem;
import org.ccwbench.notation.Severity;
import org.ccwbench.run.Outcome;
import org.ccwbench.run.Session;
import org.ccwbench.run.SessionException;
import org.ccwbench.run.SessionOptions;
import org.ccwbench.ui.run.Backends;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.PlatformUI;

/** One run beside the UI thread; hands what came out to the {@link ActiveRun} on it. */
final class RunJob extends Job {
	private static final long TELL_EVERY = 200_000_000L;
	private final ActiveRun owner;
	private final Program program;
	private final SessionOptions how;
	private final boolean atStart;
	private long told;

	RunJob(ActiveRun owner, Program program, SessionOptions how, boolean atStart) {
		super("Running " + program.name());
		this.owner = owner;
		this.program = program;
		this.how = how;
		this.atStart = atStart;
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		monitor.beginTask("by the path " + how.path(), IProgressMonitor.UNKNOWN);
		Session session = null;
		try {
			session = Session.open(program.file(), Notation.assemble(program.file().toString(), program.text()), how, Backends.of(how.backend()));
			Session running = session;
			Outcome outcome = session.run(() -> cancelled(running, monitor));
			if (monitor.isCanceled()) {
				session.close();
				ui(() -> owner.cancelled(this));
				return Status.CANCEL_STATUS;
			}
			if (!atStart) {
				session.history().seek(session.history().size());
			}
			ui(() -> owner.finished(this, running, outcome));
		} catch (SessionException e) {
			close(session);
			List<Problem> wrong = e.problems();
			ui(() -> owner.failed(this, wrong.isEmpty() ? e.getMessage() : place(wrong), wrong));
		} catch (RuntimeException | OutOfMemoryError e) {
			close(session);
			UiPlugin.log("The run of " + program.name() + " broke", e);
			ui(() -> owner.failed(this, "The workbench itself failed (" + e + "). The log in the workspace, .metadata/.log, says where.", List.of()));
		}
		return Status.OK_STATUS;
	}

	/** The first error without the file, which everybody knows here. */
	private static String place(List<Problem> wrong) {
		Problem first = wrong.stream().filter(p -> p.severity() == Severity.ERROR).findFirst().orElse(wrong.get(0));
		return "line " + first.line() + ", column " + first.column() + ": " + first.message();
	}

	private static void close(Session session) {
		if (session != null) {
			session.close();
		}
	}

	private boolean cancelled(Session session, IProgressMonitor monitor) {
		long now = System.nanoTime();
		if (now - told > TELL_EVERY) {
			told = now;
			monitor.subTask(String.format("%,d events", session.progress()));
		}
		return monitor.isCanceled();
	}

	private static void ui(Runnable what) {
		var display = PlatformUI.getWorkbench().getDisplay();
		if (!display.isDisposed()) {
			display.asyncExec(what);
		}
	}
}
