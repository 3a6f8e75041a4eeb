// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.breakpoint;

import org.ccwbench.debug.model.Debugging;
import org.ccwbench.ui.UiPlugin;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** To the next breakpoint or the end, or, as the command's id tells, back to the one before or the beginning. */
public final class ContinueHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		Debugging.begin();
		Continuing.go(UiPlugin.activeRun(), event.getCommand().getId().endsWith("reverseContinue") ? -1 : 1);
		return null;
	}
}
