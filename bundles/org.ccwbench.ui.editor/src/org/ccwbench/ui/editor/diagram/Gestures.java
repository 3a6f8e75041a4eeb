// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/**
 * The mouse in the diagram: a click selects, a double click edits; a CCW dragged goes elsewhere in the program, another
 * figure dragged goes elsewhere on the sheet, snapping to the others' edges; a line drawn from a figure's right edge
 * names where it ends.
 */
final class Gestures {
	/** What the gestures ask for. */
	interface Target {
		void select(List<Figure> figures);

		void edit(Figure figure);

		void connect(Figure from, Figure to);

		/** Puts a CCW before another; null is the end. */
		void order(Figure command, Figure before);

		void menu(Event e);
	}

	private enum What { NOTHING, PRESSED, MOVE, ORDER, CONNECT, PAN }

	private static final int FAR = 5;
	private static final double HANDLE = 14;
	private static final double SNAP = 8;
	private static final double GRID = 10;
	private final DiagramCanvas canvas;
	private final Target target;
	private What what = What.NOTHING;
	private Figure figure;
	private double fromX;
	private double fromY;
	private double gripX;
	private double gripY;
	private int pixelX;
	private int pixelY;

	Gestures(DiagramCanvas canvas, Target target) {
		this.canvas = canvas;
		this.target = target;
		canvas.addListener(SWT.MouseDown, this::down);
		canvas.addListener(SWT.MouseMove, this::move);
		canvas.addListener(SWT.MouseUp, this::up);
		canvas.addListener(SWT.MouseDoubleClick, e -> {
			if (at(e) != null) {
				target.edit(at(e));
			}
		});
		canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
	}

	private Figure at(Event e) {
		return canvas.drawn() == null ? null : canvas.drawn().at(canvas.view.x(e.x), canvas.view.y(e.y));
	}

	private void wheel(Event e) {
		if ((e.stateMask & SWT.MOD1) != 0) {
			canvas.view.step(e.count > 0 ? 1 : -1, e.x, e.y);
			e.doit = false;
		}
	}

	private void down(Event e) {
		canvas.setFocus();
		figure = at(e);
		fromX = canvas.view.x(e.x);
		fromY = canvas.view.y(e.y);
		pixelX = e.x;
		pixelY = e.y;
		if (figure == null) {
			what = e.button == 1 || e.button == 2 ? What.PAN : What.NOTHING;
			if (e.button == 1 && (e.stateMask & SWT.MOD1) == 0) {
				target.select(List.of());
			}
			return;
		}
		gripX = fromX - figure.x;
		gripY = fromY - figure.y;
		what = e.button == 1 ? What.PRESSED : What.NOTHING;
		boolean more = (e.stateMask & SWT.MOD1) != 0;
		if (more || !canvas.selected().contains(figure)) {
			List<Figure> now = new ArrayList<>(more ? canvas.selected() : List.of());
			if (!now.remove(figure)) {
				now.add(figure);
			}
			target.select(now);
		}
	}

	private boolean fromHandle() {
		return fromX > figure.x + figure.width - HANDLE && figure.kind != Figure.Kind.DATA;
	}

	private void move(Event e) {
		double x = canvas.view.x(e.x);
		double y = canvas.view.y(e.y);
		if (what == What.PRESSED && Math.abs(e.x - pixelX) + Math.abs(e.y - pixelY) > FAR) {
			what = fromHandle() ? What.CONNECT : figure.isCommand() ? What.ORDER : What.MOVE;
		}
		switch (what) {
			case PAN -> {
				canvas.view.to(canvas.view.left() + (pixelX - e.x) / canvas.view.zoom(), canvas.view.top() + (pixelY - e.y) / canvas.view.zoom());
				pixelX = e.x;
				pixelY = e.y;
			}
			case MOVE -> place(x - gripX, y - gripY);
			case ORDER -> canvas.mark(gap(before(x, y)));
			case CONNECT -> canvas.mark(new DiagramCanvas.Mark(List.of(new Link.Point(figure.x + figure.width, figure.middleY()), new Link.Point(x, y))));
			default -> {
				Figure under = at(e);
				canvas.setCursor(under != null && under.kind != Figure.Kind.DATA && x > under.x + under.width - HANDLE ? canvas.getDisplay().getSystemCursor(SWT.CURSOR_CROSS) : null);
				String tip = under == null ? null : under.problem;
				if (!Objects.equals(tip, canvas.getToolTipText())) {
					canvas.setToolTipText(tip);
				}
			}
		}
	}

	private void place(double x, double y) {
		figure.x = Math.max(0, snapped(x, true));
		figure.y = Math.max(0, snapped(y, false));
		canvas.drawn().links.stream().filter(l -> l.from == figure || l.to == figure).forEach(l -> l.points = Arrangement.straight(l));
		canvas.arranged();
	}

	/** The edge of a figure nearby, else the grid. */
	private double snapped(double v, boolean horizontal) {
		double best = Math.round(v / GRID) * GRID;
		double distance = SNAP;
		for (Figure f : canvas.drawn().figures) {
			double edge = horizontal ? f.x : f.y;
			if (f != figure && Math.abs(edge - v) < distance) {
				distance = Math.abs(edge - v);
				best = edge;
			}
		}
		return best;
	}

	/** The CCW before whose upper half a point lies, in its column; null is behind the last. */
	Figure before(double x, double y) {
		Figure best = null;
		double nearest = Double.MAX_VALUE;
		for (Figure f : canvas.drawn().commands()) {
			double dx = x < f.x ? f.x - x : x > f.x + f.width ? x - f.x - f.width : 0;
			double dy = Math.abs(y - f.middleY());
			if (dx * 3 + dy < nearest) {
				nearest = dx * 3 + dy;
				best = f;
			}
		}
		if (best == null || y <= best.middleY()) {
			return best;
		}
		List<Figure> all = canvas.drawn().commands();
		int next = all.indexOf(best) + 1;
		return next < all.size() ? all.get(next) : null;
	}

	/** The line in the gap where a CCW would go. */
	DiagramCanvas.Mark gap(Figure before) {
		List<Figure> all = canvas.drawn().commands();
		Figure near = before != null ? before : all.isEmpty() ? null : all.get(all.size() - 1);
		if (near == null) {
			return null;
		}
		double y = before != null ? near.y - 12 : near.y + near.height + 12;
		return new DiagramCanvas.Mark(List.of(new Link.Point(near.x - 14, y), new Link.Point(near.x + near.width + 14, y)));
	}

	private void up(Event e) {
		What done = what;
		what = What.NOTHING;
		canvas.mark(null);
		double x = canvas.view.x(e.x);
		double y = canvas.view.y(e.y);
		Figure under = at(e);
		if (done == What.CONNECT && under != null && under != figure) {
			target.connect(figure, under);
		} else if (done == What.ORDER) {
			target.order(figure, before(x, y));
		} else if (e.button == 3) {
			target.menu(e);
		}
	}
}
