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
	private boolean edited;

	/** For the run that is being started. */
	EditWatch(ActiveRun run, Path file) {
		this.run = run;
		this.file = file;
		before = text(file);
		if (before != null) {
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
		String now = text(file);
		boolean other = now != null && !now.equals(before);
		if (other != edited) {
			edited = other;
			run.textChanged();
		}
		Display.getCurrent().timerExec(EVERY_MILLIS, this);
	}

	/** Null if no editor has the file. */
	private static String text(Path file) {
		if (!PlatformUI.isWorkbenchRunning()) {
			return null;
		}
		for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
			for (IWorkbenchPage page : window.getPages()) {
				for (IEditorReference reference : page.getEditorReferences()) {
					Program.Source open = Adapters.adapt(reference.getEditor(false), Program.Source.class);
					Program program = open == null ? null : open.program();
					if (program != null && Objects.equals(program.file(), file)) {
						return program.text();
					}
				}
			}
		}
		return null;
	}
}
