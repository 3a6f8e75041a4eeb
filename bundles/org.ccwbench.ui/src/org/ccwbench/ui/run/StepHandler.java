// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.run;

import java.util.Map;

import org.ccwbench.ui.ActiveRun;
import org.ccwbench.ui.Grain;
import org.ccwbench.ui.UiPlugin;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.ui.handlers.HandlerUtil;

/** One step by a grain, on or back. Stepping on where nothing ran yet runs, and stands at the beginning. */
public final class StepHandler extends AbstractHandler implements IExecutableExtension {
	private Grain grain = Grain.CCW;
	private int direction = 1;

	@Override
	public void setInitializationData(IConfigurationElement config, String property, Object data) {
		if (data instanceof Map<?, ?> given) {
			grain = Grain.valueOf(String.valueOf(given.get("grain")));
			direction = Integer.parseInt(String.valueOf(given.get("direction")));
		}
	}

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		ActiveRun run = UiPlugin.activeRun();
		if (run.phase() == ActiveRun.Phase.READY) {
			run.step(grain, direction);
		} else if (run.phase() != ActiveRun.Phase.RUNNING && direction > 0) {
			RunHandler.start(HandlerUtil.getActiveWorkbenchWindow(event), true);
		}
		return null;
	}
}
