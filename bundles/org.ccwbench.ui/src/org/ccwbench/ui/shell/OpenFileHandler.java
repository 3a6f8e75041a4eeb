// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.shell;

import java.nio.file.Path;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** File &gt; Open: any channel program on disk. */
public final class OpenFileHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
		FileDialog dialog = new FileDialog(window.getShell(), SWT.OPEN | SWT.MULTI);
		dialog.setText("Open");
		dialog.setFilterNames(new String[] { "Channel programs (*.ccw)", "All files" });
		dialog.setFilterExtensions(new String[] { "*.ccw", "*" });
		if (dialog.open() == null) {
			return null;
		}
		for (String name : dialog.getFileNames()) {
			try {
				OpenFiles.open(window.getActivePage(), Path.of(dialog.getFilterPath(), name));
			} catch (PartInitException e) {
				MessageDialog.openError(window.getShell(), "Open", name + " cannot be opened: " + e.getMessage());
			}
		}
		return null;
	}
}
