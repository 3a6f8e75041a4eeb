// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.model;

import java.nio.file.Path;

import org.ccwbench.ui.UiPlugin;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.debug.core.model.ISourceLocator;
import org.eclipse.debug.core.model.IStackFrame;

/** The source of every frame is the program that runs. */
public final class Sources implements ISourceLocator {
	@Override
	public Object getSourceElement(IStackFrame frame) {
		return OnUi.ask(() -> {
			var program = UiPlugin.activeRun().program();
			return program == null ? null : element(program.file());
		}, null);
	}

	/** The file in the workspace, else its path. */
	public static Object element(Path file) {
		IFile[] found = ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(file.toAbsolutePath().toUri());
		return found.length > 0 ? found[0] : file;
	}
}
