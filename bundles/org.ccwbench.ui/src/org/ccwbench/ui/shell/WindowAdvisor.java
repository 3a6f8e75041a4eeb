// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.shell;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PerspectiveAdapter;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** One window: what it shows around the parts. */
final class WindowAdvisor extends WorkbenchWindowAdvisor {
	private static final int WIDTH = 1600;
	private static final int HEIGHT = 1000;
	/** Buttons and menus of the platform that a program of a few dozen lines has no use for. */
	private static final String[] UNUSED = {"org.eclipse.ui.edit.text.actionSet.annotationNavigation",
			"org.eclipse.ui.edit.text.actionSet.navigation", "org.eclipse.ui.edit.text.actionSet.convertLineDelimitersTo",
			"org.eclipse.ui.edit.text.actionSet.openExternalFile", "org.eclipse.ui.actionSet.openFiles"};

	WindowAdvisor(IWorkbenchWindowConfigurer configurer) {
		super(configurer);
	}

	@Override
	public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
		return new Menus(configurer);
	}

	@Override
	public void preWindowOpen() {
		IWorkbenchWindowConfigurer window = getWindowConfigurer();
		Rectangle screen = Display.getCurrent().getPrimaryMonitor().getClientArea();
		window.setInitialSize(new Point(Math.min(WIDTH, screen.width), Math.min(HEIGHT, screen.height)));
		window.setShowMenuBar(true);
		window.setShowCoolBar(true);
		window.setShowStatusLine(true);
		window.setShowProgressIndicator(true);
		window.setShowPerspectiveBar(false);
		window.setTitle("CCW Workbench");
	}

	@Override
	public void postWindowOpen() {
		var window = getWindowConfigurer().getWindow();
		hideUnused(window.getActivePage());
		window.addPerspectiveListener(new PerspectiveAdapter() {
			@Override
			public void perspectiveChanged(IWorkbenchPage page, IPerspectiveDescriptor perspective, String change) {
				if (IWorkbenchPage.CHANGE_RESET_COMPLETE.equals(change)) {
					hideUnused(page);
				}
			}
		});
		if (Boolean.getBoolean("org.ccwbench.ui.startTime")) {
			Display display = window.getShell().getDisplay();
			display.asyncExec(() -> {
				display.update();
				System.out.println("window on screen");
			});
		}
	}

	private static void hideUnused(IWorkbenchPage page) {
		for (String set : page == null ? new String[0] : UNUSED) {
			page.hideActionSet(set);
		}
	}
}
