// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.diagram;

import org.ccwbench.model.Ccw;
import org.ccwbench.notation.Flags;
import org.ccwbench.notation.Listing;
import org.ccwbench.ui.editor.FixMenu;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The context menu: everything that the mouse does can be done from here. */
final class DiagramMenu {
	private final DiagramPage page;
	private final Menu menu;

	DiagramMenu(DiagramCanvas canvas, DiagramPage page) {
		this.page = page;
		menu = new Menu(canvas);
		menu.addListener(SWT.Show, e -> fill());
		canvas.setMenu(menu);
	}

	private void fill() {
		for (MenuItem i : menu.getItems()) {
			i.dispose();
		}
		Figure f = page.single();
		boolean can = page.text().editable();
		item(menu, "&Edit\tEnter", can && f != null, () -> page.edit(f));
		item(menu, "&Delete\tDelete", can && !page.selection().isEmpty(), page::delete);
		new MenuItem(menu, SWT.SEPARATOR);
		if (can && f != null && !FixMenu.fixes(page.text()).isEmpty()) {
			FixMenu.fill(sub("&Quick Fix\tCtrl+1"), page.text());
		}
		Menu add = sub("&Add");
		item(add, "&ORB", can, () -> page.add(Figure.Kind.ORB));
		item(add, "&CCW\tInsert", can, () -> page.add(Figure.Kind.CCW));
		item(add, "&TIC", can, () -> page.add(Figure.Kind.TIC));
		item(add, "&IDAL for the CCW", can, () -> page.add(Figure.Kind.IDAL));
		item(add, "&MIDAL for the CCW", can, () -> page.add(Figure.Kind.MIDAL));
		item(add, "&Data area", can, () -> page.add(Figure.Kind.DATA));
		flags(f, can);
		connect(f, can);
		new MenuItem(menu, SWT.SEPARATOR);
		item(menu, "Move &Up in the Program\tAlt+Up", can && f != null && f.isCommand(), () -> page.shift(-1));
		item(menu, "Move Do&wn in the Program\tAlt+Down", can && f != null && f.isCommand(), () -> page.shift(1));
		new MenuItem(menu, SWT.SEPARATOR);
		item(menu, "Zoom &In\tCtrl++", true, () -> page.zoom(1));
		item(menu, "Zoom &Out\tCtrl+-", true, () -> page.zoom(-1));
		item(menu, "&Whole Diagram\tCtrl+0", true, () -> page.zoom(0));
		item(menu, "&Lay Out Anew", true, page::layOut);
		new MenuItem(menu, SWT.SEPARATOR);
		item(menu, "E&xport as SVG or PNG…", true, page::export);
		item(menu, "&Print…\tCtrl+P", true, page::print);
	}

	private void flags(Figure f, boolean can) {
		if (f == null || f.kind != Figure.Kind.CCW) {
			return;
		}
		Menu flags = sub("&Flags");
		Listing.Row row = page.text().shown().listing().stream().filter(r -> r.index() == f.index).findFirst().orElse(null);
		for (int i = 0; row != null && i < Flags.NAMES.size(); i++) {
			int bit = Flags.bit(i);
			MenuItem item = new MenuItem(flags, SWT.CHECK);
			item.setText("&" + Flags.NAMES.get(i));
			item.setEnabled(can);
			item.setSelection((row.flags() & bit) != 0);
			item.addListener(SWT.Selection, e -> page.text().edit(s -> Moves.flag(s, f.index, bit)));
		}
	}

	/** The keyboard's way to draw a line: which figure the selected one is to name. */
	private void connect(Figure f, boolean can) {
		if (f == null || f.kind == Figure.Kind.DATA || f.kind == Figure.Kind.MIDAL) {
			return;
		}
		Menu targets = sub("&Connect to");
		boolean commands = f.kind == Figure.Kind.ORB || f.kind == Figure.Kind.TIC;
		page.figures().stream().filter(t -> t != f && t.isCommand() == commands && t.kind != Figure.Kind.ORB).limit(40)
				.forEach(t -> item(targets, t.title.replace("&", "&&"), can, () -> page.connect(f, t)));
	}

	private Menu sub(String name) {
		MenuItem item = new MenuItem(menu, SWT.CASCADE);
		item.setText(name);
		Menu sub = new Menu(item);
		item.setMenu(sub);
		return sub;
	}

	private static void item(Menu parent, String name, boolean enabled, Runnable what) {
		MenuItem item = new MenuItem(parent, SWT.PUSH);
		item.setText(name);
		item.setEnabled(enabled);
		item.addListener(SWT.Selection, e -> what.run());
	}
}
