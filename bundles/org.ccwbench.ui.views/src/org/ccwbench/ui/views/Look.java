// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** Colours and fonts of the views, as the user set them. */
final class Look {
	static final String CURRENT = "current";
	static final String CHANGED = "changed";
	static final String FAILED = "failed";
	static final String FAINT = "faint";
	static final String SELECTED = "selected";
	static final String LINE = "line";
	static final String LEAK = "leak";

	private Look() {}

	/** Never dispose it. */
	static Color colour(Display display, String name) {
		var registry = PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
		Color colour = registry.get("org.ccwbench.ui.views." + name);
		return colour == null ? display.getSystemColor(org.eclipse.swt.SWT.COLOR_LIST_FOREGROUND) : colour;
	}

	/** For addresses and bytes. */
	static Font mono() {
		return JFaceResources.getTextFont();
	}

	static Font bold() {
		return JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT);
	}
}
