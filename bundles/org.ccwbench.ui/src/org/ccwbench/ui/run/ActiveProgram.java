// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.run;

import org.ccwbench.ui.Program;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;

/** The program that a command is about: chosen in the explorer, else the one in the active editor. */
final class ActiveProgram {
	private ActiveProgram() {}

	/** Null if there is none. A file that is chosen is opened. */
	static Program.Source of(IWorkbenchWindow window) throws PartInitException {
		IWorkbenchPage page = window == null ? null : window.getActivePage();
		if (page == null) {
			return null;
		}
		boolean editing = page.getActivePart() instanceof IEditorPart;
		if (!editing && page.getSelection() instanceof IStructuredSelection chosen && chosen.size() == 1
				&& chosen.getFirstElement() instanceof IFile file && "ccw".equals(file.getFileExtension())) {
			return of(IDE.openEditor(page, file, false));
		}
		return of(page.getActiveEditor());
	}

	static Program.Source of(IEditorPart editor) {
		return editor == null ? null : Adapters.adapt(editor, Program.Source.class);
	}
}
