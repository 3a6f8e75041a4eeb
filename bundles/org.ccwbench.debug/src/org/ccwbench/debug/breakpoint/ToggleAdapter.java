// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.breakpoint;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.debug.ui.actions.IToggleBreakpointsTarget;

/** Gives the editor of programs its breakpoints. */
public final class ToggleAdapter implements IAdapterFactory {
	@Override
	public <T> T getAdapter(Object editor, Class<T> type) {
		return type == IToggleBreakpointsTarget.class ? type.cast(new Toggling()) : null;
	}

	@Override
	public Class<?>[] getAdapterList() {
		return new Class<?>[] {IToggleBreakpointsTarget.class};
	}
}
