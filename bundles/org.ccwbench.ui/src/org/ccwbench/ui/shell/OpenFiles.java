// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.shell;

import java.nio.file.Path;

import org.ccwbench.ui.UiPlugin;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;

/** Opens files by their path in the file system, inside the workspace or not. */
final class OpenFiles {
	private OpenFiles() {}

	/** Opens every argument that names a {@code .ccw} file. */
	static void open(String... arguments) {
		IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		if (window == null) {
			return;
		}
		for (String argument : arguments) {
			if (argument.endsWith(".ccw")) {
				try {
					open(window.getActivePage(), Path.of(argument).toAbsolutePath());
				} catch (PartInitException e) {
					UiPlugin.log("Cannot open " + argument, e);
				}
			}
		}
		// The window, which opens only now, gives the keyboard to its first control.
		window.getShell().getDisplay().asyncExec(() -> {
			IEditorPart editor = window.getActivePage() == null ? null : window.getActivePage().getActiveEditor();
			if (editor != null) {
				editor.setFocus();
			}
		});
	}

	/** The welcome page, which would cover the text, goes. */
	static void open(IWorkbenchPage page, Path path) throws PartInitException {
		var intro = PlatformUI.getWorkbench().getIntroManager();
		intro.closeIntro(intro.getIntro());
		IFile[] files = ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(path.toUri());
		if (files.length > 0) {
			IDE.openEditor(page, files[0]);
		} else {
			IDE.openEditorOnFileStore(page, EFS.getLocalFileSystem().getStore(path.toUri()));
		}
	}
}
