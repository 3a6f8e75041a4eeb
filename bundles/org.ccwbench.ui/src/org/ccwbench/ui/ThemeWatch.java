// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui;

import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.event.EventHandler;

/** Tells controls that paint themselves in colours of the theme when there is another one. */
public final class ThemeWatch {
	/** The theme of high contrast, black on white. */
	public static final String CONTRAST = "org.ccwbench.ui.contrast";
	/** White on black. */
	public static final String CONTRAST_DARK = CONTRAST + ".dark";
	/** The window system takes some time until its own colours are those of the theme. */
	private static final int SETTLED_MILLIS = 400;

	private ThemeWatch() {}

	/** Whether the theme is one of high contrast, black on white or white on black. */
	public static boolean highContrast() {
		var theme = PlatformUI.getWorkbench().getService(IThemeEngine.class).getActiveTheme();
		return theme != null && theme.getId().startsWith(CONTRAST);
	}

	/** @param changed called in the UI thread, once the new colours are there, as long as {@code control} is */
	public static void follow(Control control, Runnable changed) {
		IEventBroker events = PlatformUI.getWorkbench().getService(IEventBroker.class);
		EventHandler handler = e -> control.getDisplay().asyncExec(() -> Display.getCurrent().timerExec(SETTLED_MILLIS, () -> {
			if (!control.isDisposed()) {
				changed.run();
			}
		}));
		events.subscribe(IThemeEngine.Events.THEME_CHANGED, handler);
		control.addListener(SWT.Dispose, e -> events.unsubscribe(handler));
	}
}
