// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.diagram;

import java.util.List;

import org.eclipse.swt.graphics.Point;

/** Where what comes from the palette goes: behind what is selected, or into the gap over which it is let go. */
final class Placing implements Palette.Target {
	private final DiagramCanvas canvas;
	private final Gestures gestures;
	private final DiagramEdits edits;
	private final DiagramPage page;

	Placing(DiagramCanvas canvas, Gestures gestures, DiagramEdits edits, DiagramPage page) {
		this.canvas = canvas;
		this.gestures = gestures;
		this.edits = edits;
		this.page = page;
	}

	@Override
	public void add(Figure.Kind kind) {
		edits.add(kind, page.single() == null ? -1 : page.single().index);
		canvas.setFocus();
	}

	private static boolean chain(Figure.Kind kind) {
		return kind == Figure.Kind.CCW || kind == Figure.Kind.TIC;
	}

	@Override
	public void over(Figure.Kind kind, Point at) {
		Point p = canvas.toControl(at);
		boolean inside = canvas.getClientArea().contains(p) && canvas.drawn() != null;
		canvas.mark(inside && chain(kind) ? gestures.gap(gestures.before(canvas.view.x(p.x), canvas.view.y(p.y))) : null);
	}

	@Override
	public void drop(Figure.Kind kind, Point at) {
		canvas.mark(null);
		Point p = canvas.toControl(at);
		if (!canvas.getClientArea().contains(p) || canvas.drawn() == null) {
			return;
		}
		double x = canvas.view.x(p.x);
		double y = canvas.view.y(p.y);
		if (chain(kind)) {
			List<Figure> all = canvas.drawn().commands();
			Figure before = gestures.before(x, y);
			int place = before == null ? all.size() - 1 : all.indexOf(before) - 1;
			edits.add(kind, all.isEmpty() ? -1 : all.get(Math.max(0, place)).index);
		} else {
			Figure under = canvas.drawn().at(x, y);
			edits.add(kind, under == null ? -1 : under.index);
		}
		canvas.setFocus();
	}
}
