// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.shell;

import java.util.Objects;

import org.ccwbench.ui.ThemeWatch;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/**
 * Where the desktop is one of high contrast, so is the workbench, unless a theme was chosen. The platform takes the
 * product's theme there, whatever was chosen.
 */
final class Contrast {
	/** Where the platform keeps which theme was chosen. */
	private static final String THEMES = "org.eclipse.e4.ui.css.swt.theme";

	private Contrast() {}

	static void follow(Display display) {
		IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
		String gtk = Objects.requireNonNullElse(System.getenv("GTK_THEME"), "");
		if (engine == null || !display.getHighContrast() && !gtk.startsWith("HighContrast")) {
			return;
		}
		boolean dark = gtk.contains("Inverse") || gtk.endsWith(":dark") || Display.isSystemDarkTheme();
		String chosen = InstanceScope.INSTANCE.getNode(THEMES).get("themeid", null);
		engine.setTheme(chosen != null ? chosen : dark ? ThemeWatch.CONTRAST_DARK : ThemeWatch.CONTRAST, false);
	}
}
