// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.run;

import java.util.HashMap;
import java.util.Map;

import org.ccwbench.run.History;
import org.ccwbench.ui.ActiveRun;
import org.ccwbench.ui.UiPlugin;
import org.eclipse.ui.AbstractSourceProvider;
import org.eclipse.ui.ISources;

/** Tells the workbench which ways one can step, so that buttons that lead nowhere are grey. */
public final class RunStateProvider extends AbstractSourceProvider implements ActiveRun.Listener {
	private static final String RUNNING = "org.ccwbench.ui.running";
	private static final String BACK = "org.ccwbench.ui.canBack";
	private static final String FORWARD = "org.ccwbench.ui.canForward";
	private static final String STARTED = "org.ccwbench.ui.canStart";
	private Map<String, Object> last = new HashMap<>();

	public RunStateProvider() {
		UiPlugin.activeRun().addListener(this);
		last = getCurrentState();
	}

	@Override
	public String[] getProvidedSourceNames() {
		return new String[] { RUNNING, BACK, FORWARD, STARTED };
	}

	@Override
	public Map<String, Object> getCurrentState() {
		ActiveRun run = UiPlugin.activeRun();
		History history = run.history();
		Map<String, Object> state = new HashMap<>();
		state.put(RUNNING, word(run.phase() == ActiveRun.Phase.RUNNING));
		state.put(BACK, word(history != null && history.position() > 0));
		state.put(FORWARD, word(history != null && history.position() < history.size()));
		state.put(STARTED, word(history == null && run.phase() != ActiveRun.Phase.RUNNING));
		return state;
	}

	private static String word(boolean b) {
		return b ? "yes" : "no";
	}

	@Override
	public void runChanged() {
		positionChanged();
	}

	@Override
	public void positionChanged() {
		Map<String, Object> now = getCurrentState();
		if (!now.equals(last)) {
			last = now;
			fireSourceChanged(ISources.WORKBENCH, now);
		}
	}

	@Override
	public void dispose() {
		if (UiPlugin.get() != null) {
			UiPlugin.activeRun().removeListener(this);
		}
	}
}
