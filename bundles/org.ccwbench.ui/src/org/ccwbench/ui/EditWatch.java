// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui;

import java.nio.file.Path;
import java.util.Objects;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/**
 * Whether the text in the editor is still what it was when its program was started. Looks now and then: a program may
 * have several editors, and none of them needs to know of runs. UI thread only.
 */
final class EditWatch implements Runnable {
	private static final int EVERY_MILLIS = 400;
	private final ActiveRun run;
	private final Path file;
	private final String before;
	private Program.Source last;
	private Object stamp;
	private boolean edited;

	/** For the run that is being started. */
	EditWatch(ActiveRun run, Path file) {
		this.run = run;
		this.file = file;
		Program.Source open = source(file);
		before = open == null ? null : open.program().text();
		if (before != null) {
			seen(open);
			Display.getCurrent().timerExec(EVERY_MILLIS, this);
		}
	}

	boolean edited() {
		return edited;
	}

	@Override
	public void run() {
		if (run.watch() != this || !PlatformUI.isWorkbenchRunning()) {
			return;
		}
		Program.Source open = source(file);
		if (open != last || open != null && (stamp == null || !stamp.equals(open.stamp()))) {
			seen(open);
			boolean other = open != null && !open.program().text().equals(before);
			if (other != edited) {
				edited = other;
				run.textChanged();
			}
		}
		Display.getCurrent().timerExec(EVERY_MILLIS, this);
	}

	/** To copy a long text and to compare it takes longer than there is between two keys. */
	private void seen(Program.Source open) {
		last = open;
		stamp = open == null ? null : open.stamp();
	}

	/** The first editor that has the file; null if none has. */
	private static Program.Source source(Path file) {
		if (!PlatformUI.isWorkbenchRunning()) {
			return null;
		}
		for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
			for (IWorkbenchPage page : window.getPages()) {
				for (IEditorReference reference : page.getEditorReferences()) {
					Program.Source open = Adapters.adapt(reference.getEditor(false), Program.Source.class);
					if (open != null && Objects.equals(open.programFile(), file)) {
						return open;
					}
				}
			}
		}
		return null;
	}
}
