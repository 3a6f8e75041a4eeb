// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.launch;

import java.nio.file.Path;

import org.ccwbench.ui.Program;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.IDE;

/** Debugs the program that is chosen in the explorer, else the one that is edited, and shows the debugger's views. */
public final class DebugHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
		IWorkbenchPage page = window.getActivePage();
		try {
			Path file = file(page);
			if (file == null) {
				MessageDialog.openInformation(window.getShell(), "Debug",
						"There is no channel program to debug. Open a .ccw file, or make one with File > New.");
				return null;
			}
			show(page, IDebugUIConstants.ID_DEBUG_VIEW);
			show(page, IDebugUIConstants.ID_VARIABLE_VIEW);
			ProgramShortcut.launch(file, ILaunchManager.DEBUG_MODE);
		} catch (PartInitException e) {
			throw new ExecutionException("The views of the debugger cannot be opened: " + e.getMessage(), e);
		}
		return null;
	}

	private static void show(IWorkbenchPage page, String view) throws PartInitException {
		page.showView(view, null, IWorkbenchPage.VIEW_VISIBLE);
	}

	private static Path file(IWorkbenchPage page) throws PartInitException {
		boolean editing = page.getActivePart() instanceof IEditorPart;
		if (!editing && page.getSelection() instanceof IStructuredSelection chosen && chosen.size() == 1
				&& chosen.getFirstElement() instanceof IFile f && "ccw".equals(f.getFileExtension()) && f.getLocation() != null) {
			IDE.openEditor(page, f, false);
			return f.getLocation().toPath();
		}
		Program.Source source = Adapters.adapt(page.getActiveEditor(), Program.Source.class);
		return source == null ? null : source.program().file();
	}
}
