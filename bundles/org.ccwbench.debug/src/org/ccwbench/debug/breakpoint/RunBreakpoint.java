// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.breakpoint;

import java.util.Map;

import org.ccwbench.debug.model.RunTarget;
import org.ccwbench.run.Search;
import org.ccwbench.ui.ActiveRun;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.Breakpoint;
import org.eclipse.debug.core.model.IBreakpoint;

/** Where a run is to stop. What it is stands in the attributes of its marker, which the workspace keeps. */
public abstract class RunBreakpoint extends Breakpoint {
	@Override
	public String getModelIdentifier() {
		return RunTarget.MODEL;
	}

	/** What to look for in the recording of this run; null if it can never happen there. UI thread only. */
	public abstract Search.Condition condition(ActiveRun run);

	/** For people: "LAST, line 14". */
	public abstract String words();

	final String text(String attribute) {
		IMarker marker = getMarker();
		return marker == null ? "" : marker.getAttribute(attribute, "");
	}

	final boolean flag(String attribute) {
		IMarker marker = getMarker();
		return marker != null && marker.getAttribute(attribute, false);
	}

	/** Makes its marker and tells the platform of it. */
	final <B extends RunBreakpoint> void enter(IResource on, String type, Map<String, Object> attributes) throws CoreException {
		run(getMarkerRule(on), monitor -> {
			IMarker marker = on.createMarker(type);
			setMarker(marker);
			marker.setAttribute(IBreakpoint.ENABLED, true);
			marker.setAttribute(IBreakpoint.PERSISTED, true);
			marker.setAttribute(IBreakpoint.ID, getModelIdentifier());
			for (var e : attributes.entrySet()) {
				marker.setAttribute(e.getKey(), e.getValue());
			}
			marker.setAttribute(IMarker.MESSAGE, words());
		});
		DebugPlugin.getDefault().getBreakpointManager().addBreakpoint(this);
	}
}
