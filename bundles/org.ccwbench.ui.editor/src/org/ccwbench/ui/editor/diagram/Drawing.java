// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.diagram;

import java.util.Set;
import java.util.function.Function;

import org.ccwbench.run.CcwRow;
import org.ccwbench.run.Progress;

/** Draws figures and links with a pen. */
final class Drawing {
	private static final double STRIPE = 6;
	private final Drawn drawn;
	private final Colours colours;
	private final double line;
	private final double character;

	/**
	 * @param line height of a line of text
	 * @param character width of a character
	 */
	Drawing(Drawn drawn, Colours colours, double line, double character) {
		this.character = character;
		this.drawn = drawn;
		this.colours = colours;
		this.line = line;
	}

	/**
	 * Draws what touches an area.
	 *
	 * @param run what a run says of a CCW, by its address; null for nothing
	 */
	void draw(Pen pen, double left, double top, double right, double bottom, Set<Figure> selected, Function<Figure, CcwRow> run) {
		for (Link l : drawn.links) {
			if (touches(l, left, top, right, bottom)) {
				boolean marked = !selected.isEmpty() && (selected.contains(l.from) || selected.contains(l.to));
				pen.line(l.points, colours.line(l.kind), marked ? 2.4 : 1.4, Colours.dashes(l.kind));
			}
		}
		for (Figure f : drawn.figures) {
			if (f.x <= right && f.x + f.width >= left && f.y <= bottom && f.y + f.height >= top) {
				figure(pen, f, selected.contains(f), run.apply(f));
			}
		}
	}

	private static boolean touches(Link l, double left, double top, double right, double bottom) {
		double x0 = Double.MAX_VALUE;
		double y0 = Double.MAX_VALUE;
		double x1 = -Double.MAX_VALUE;
		double y1 = -Double.MAX_VALUE;
		for (Link.Point p : l.points) {
			x0 = Math.min(x0, p.x());
			x1 = Math.max(x1, p.x());
			y0 = Math.min(y0, p.y());
			y1 = Math.max(y1, p.y());
		}
		return x0 <= right && x1 >= left && y0 <= bottom && y1 >= top;
	}

	private void figure(Pen pen, Figure f, boolean selected, CcwRow run) {
		Progress progress = run == null ? Progress.PENDING : run.progress();
		boolean current = progress == Progress.CURRENT;
		int frame = selected || current ? colours.selected() : f.problem != null ? colours.problem() : colours.frame();
		pen.box(f.x, f.y, f.width, f.height, colours.fill(f.kind), frame, selected ? 2.5 : current ? 2 : 1);
		double x = f.x + 10;
		if (run != null && progress != Progress.PENDING) {
			pen.bar(f.x + 1, f.y + 4, STRIPE, f.height - 8, colours.progress(progress));
			x += 4;
		}
		double y = f.y + 6;
		double width = f.x + f.width - x - 6;
		String said = run == null ? "" : said(run);
		boolean warned = f.problem != null && said.isEmpty();
		pen.text(f.title, x, y, width - Math.max(warned ? 16 : 0, said.length() * character), colours.ink(), true);
		if (warned) {
			pen.text("⚠", f.x + f.width - 20, y, 18, colours.problem(), true);
		}
		for (String s : f.lines) {
			y += line;
			pen.text(s, x, y, width, colours.faint(), false);
		}
		if (!said.isEmpty()) {
			double room = said.length() * character;
			pen.text(said, f.x + f.width - room - 8, f.y + 6, room + 4, colours.progress(progress), true);
		}
	}

	/** What became of a CCW, as a sign: executing, done (how often), failed, fetched. */
	static String said(CcwRow run) {
		return switch (run.progress()) {
			case CURRENT -> "▶";
			case DONE -> run.fetched() > 1 ? "✓" + run.fetched() + "×" : "✓";
			case FAILED -> "✗";
			case PENDING -> run.fetched() > 0 ? "…" : "";
		};
	}
}
