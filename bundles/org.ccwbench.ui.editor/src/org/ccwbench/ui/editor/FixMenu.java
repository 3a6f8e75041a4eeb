// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import java.util.List;

import org.ccwbench.notation.Fix;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** What puts right the statement that is selected in a page, as a menu. */
public final class FixMenu {
	private FixMenu() {}

	/** As Ctrl+1 offers them in the source; none while the text has errors, or nothing is selected. */
	public static List<Fix> fixes(ProgramText text) {
		Checked.State state = text.editable() ? text.shown() : null;
		return state == null || text.selected() < 0 ? List.of() : QuickFixes.at(state, text.document(), state.edits().offset(text.selected()));
	}

	/** Fills a menu with them. */
	public static void fill(Menu menu, ProgramText text) {
		for (Fix f : fixes(text)) {
			MenuItem item = new MenuItem(menu, SWT.PUSH);
			item.setText(f.title().replace("&", "&&"));
			item.addListener(SWT.Selection, e -> text.replace(f.edits()));
		}
		if (menu.getItemCount() == 0) {
			MenuItem none = new MenuItem(menu, SWT.PUSH);
			none.setText("Nothing to put right here");
			none.setEnabled(false);
		}
	}

	/** @param at in the display's points */
	static void open(Control on, Point at, ProgramText text) {
		Menu menu = new Menu(on);
		fill(menu, text);
		// The choice is told after the menu is gone from the screen.
		menu.addListener(SWT.Hide, e -> on.getDisplay().asyncExec(() -> on.getDisplay().timerExec(1000, menu::dispose)));
		menu.setLocation(at);
		menu.setVisible(true);
	}
}
