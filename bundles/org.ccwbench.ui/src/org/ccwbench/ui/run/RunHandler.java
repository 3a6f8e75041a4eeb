// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.run;

import org.ccwbench.ui.ActiveRun;
import org.ccwbench.ui.Program;
import org.ccwbench.ui.UiPlugin;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Runs the program to its end, and shows the end. */
public final class RunHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		start(HandlerUtil.getActiveWorkbenchWindow(event), false);
		return null;
	}

	/** Starts what is active in the window; says so if nothing is. */
	static void start(IWorkbenchWindow window, boolean atStart) throws ExecutionException {
		try {
			Program.Source source = ActiveProgram.of(window);
			if (source == null) {
				MessageDialog.openInformation(window.getShell(), "Run",
						"There is no channel program to run. Open a .ccw file, or make one with File > New Program.");
				return;
			}
			Program program = source.program();
			ActiveRun run = UiPlugin.activeRun();
			FailureDialog.watch(run, source, window.getShell());
			run.start(program, PathMemory.of(program.file()), atStart);
		} catch (PartInitException e) {
			throw new ExecutionException("The program cannot be opened: " + e.getMessage(), e);
		}
	}
}
