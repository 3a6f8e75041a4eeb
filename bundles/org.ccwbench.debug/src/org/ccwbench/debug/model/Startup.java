// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.model;

import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PlatformUI;

/** Follows the window's run from the first moment, so that a run that the debugger did not start can be debugged. */
public final class Startup implements IStartup {
	@Override
	public void earlyStartup() {
		OnUi.run(() -> {
			Debugging.begin();
			for (var window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
				window.getPartService().addPartListener(new OneToolBar());
				window.getPartService().addPartListener(new Memory());
				for (var page : window.getPages()) {
					page.hideActionSet(IDebugUIConstants.DEBUG_ACTION_SET);
				}
			}
		});
	}

	/** The Debug view brings the platform's step buttons into the window, where the workbench has its own for both ways. */
	private static final class OneToolBar implements IPartListener2 {
		@Override
		public void partVisible(IWorkbenchPartReference part) {
			if (IDebugUIConstants.ID_DEBUG_VIEW.equals(part.getId())) {
				Display.getCurrent().asyncExec(() -> {
					if (part.getPage() != null) {
						part.getPage().hideActionSet(IDebugUIConstants.DEBUG_ACTION_SET);
					}
				});
			}
		}
	}

	/** Opened in the middle of a run, the Memory view shows bytes at once. */
	private static final class Memory implements IPartListener2 {
		@Override
		public void partOpened(IWorkbenchPartReference part) {
			if (IDebugUIConstants.ID_MEMORY_VIEW.equals(part.getId())) {
				Renderings.showLater();
			}
		}
	}
}
