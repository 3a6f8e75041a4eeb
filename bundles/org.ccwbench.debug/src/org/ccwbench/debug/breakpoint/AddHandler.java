// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.breakpoint;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Asks for a breakpoint that belongs to no line, and shows it among the others. */
public final class AddHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		if (new AddDialog(HandlerUtil.getActiveShellChecked(event)).open() == Window.OK) {
			try {
				HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage().showView(IDebugUIConstants.ID_BREAKPOINT_VIEW, null, IWorkbenchPage.VIEW_VISIBLE);
			} catch (PartInitException e) {
				throw new ExecutionException("The breakpoints cannot be shown: " + e.getMessage(), e);
			}
		}
		return null;
	}
}
