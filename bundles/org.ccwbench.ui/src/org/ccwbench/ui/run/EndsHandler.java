// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.run;

import org.ccwbench.ui.ActiveRun;
import org.ccwbench.ui.UiPlugin;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** To the beginning or the end of the recording, or ends a run; which one the command's id tells. */
public final class EndsHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		ActiveRun run = UiPlugin.activeRun();
		switch (event.getCommand().getId()) {
			case "org.ccwbench.ui.toStart" -> run.seek(0);
			case "org.ccwbench.ui.toEnd" -> run.seek(Long.MAX_VALUE);
			case "org.ccwbench.ui.stop" -> run.cancel();
			default -> throw new IllegalArgumentException(event.getCommand().getId());
		}
		return null;
	}
}
