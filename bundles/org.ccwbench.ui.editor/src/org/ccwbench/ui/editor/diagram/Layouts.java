// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.diagram;

import org.ccwbench.ui.editor.Checked;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;

/** Makes figures of a text and lays them out, beside the UI thread; only the newest text counts. */
final class Layouts {
	/** CCWs in a column. */
	static final int COLUMN = 24;
	private final java.util.function.Consumer<Drawn> rough;
	private final java.util.function.Consumer<Drawn> done;
	private final double character;
	private final double line;
	private Job job;

	/** @param rough gets figures that can be shown, at once; @param done the same figures when ELK has placed them */
	Layouts(double character, double line, java.util.function.Consumer<Drawn> rough, java.util.function.Consumer<Drawn> done) {
		this.character = character;
		this.line = line;
		this.rough = rough;
		this.done = done;
	}

	void lay(Checked.State state) {
		stop();
		job = new Job("Laying out the diagram") {
			@Override
			protected IStatus run(IProgressMonitor monitor) {
				return work(state, monitor);
			}
		};
		job.setSystem(state.listing().size() < 500);
		job.setPriority(Job.LONG);
		job.schedule();
	}

	private IStatus work(Checked.State state, IProgressMonitor monitor) {
		Drawn drawn = Drawn.of(state);
		boolean large = drawn.figures.size() > 4 * COLUMN;
		Arrangement.rough(drawn, character, line, COLUMN);
		if (large) {
			Drawn first = drawn;
			ui(monitor, () -> rough.accept(first));
			// Those are on the screen now: ELK works on others.
			drawn = Drawn.of(state);
			Arrangement.rough(drawn, character, line, COLUMN);
		}
		Drawn result = drawn;
		if (!Arrangement.layered(result, COLUMN, monitor::isCanceled)) {
			return Status.CANCEL_STATUS;
		}
		ui(monitor, () -> done.accept(result));
		return Status.OK_STATUS;
	}

	private static void ui(IProgressMonitor monitor, Runnable what) {
		Display.getDefault().asyncExec(() -> {
			if (!monitor.isCanceled()) {
				what.run();
			}
		});
	}

	void stop() {
		if (job != null) {
			job.cancel();
		}
	}
}
