// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.model;

import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.DebugElement;
import org.eclipse.debug.core.model.IDebugTarget;

/** Whatever the debug platform shows of a run. */
abstract class Element extends DebugElement {
	Element(IDebugTarget target) {
		super(target);
	}

	@Override
	public String getModelIdentifier() {
		return RunTarget.MODEL;
	}

	static DebugException refused(String why) {
		return new DebugException(new Status(Status.ERROR, RunTarget.MODEL, DebugException.NOT_SUPPORTED, why, null));
	}
}
