// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.breakpoint;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;

/** Sets or takes away the breakpoint of the line of the caret. */
public final class ToggleHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		IEditorPart editor = HandlerUtil.getActiveEditor(event);
		if (editor instanceof ITextEditor text) {
			try {
				new Toggling().toggleBreakpoints(editor, text.getSelectionProvider().getSelection());
			} catch (CoreException e) {
				MessageDialog.openInformation(HandlerUtil.getActiveShell(event), "Breakpoint", e.getStatus().getMessage());
			}
		}
		return null;
	}
}
