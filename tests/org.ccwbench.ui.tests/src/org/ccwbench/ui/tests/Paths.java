// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.tests;

import static org.ccwbench.ui.tests.Bench.ui;

import java.util.Arrays;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/** The path chooser in the tool bar. */
final class Paths {
	private Paths() {}

	/** Chooses a path for the active editor. */
	static void choose(String path) {
		Bench.waitFor("the path chooser", () -> combo() != null && combo().isEnabled());
		ui(() -> {
			Combo combo = combo();
			int index = Arrays.asList(combo.getItems()).indexOf(path);
			if (index < 0) {
				throw new AssertionError("no path " + path + " among " + Arrays.toString(combo.getItems()));
			}
			combo.select(index);
			combo.notifyListeners(SWT.Selection, new Event());
			return null;
		});
	}

	static String chosen() {
		return ui(() -> combo().getText());
	}

	private static Combo combo() {
		return find(Bench.window().getShell());
	}

	private static Combo find(Composite in) {
		for (Control c : in.getChildren()) {
			if (c instanceof Combo combo && combo.getToolTipText() != null && combo.getToolTipText().contains("kept for each file")) {
				return combo;
			}
			Combo below = c instanceof Composite inner ? find(inner) : null;
			if (below != null) {
				return below;
			}
		}
		return null;
	}
}
