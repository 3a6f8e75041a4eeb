// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.diagram;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.ccwbench.run.CcwRow;
import org.ccwbench.ui.ThemeWatch;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** Shows figures and links, and keeps which are selected. */
final class DiagramCanvas extends Canvas {
	/** A mark that a gesture leaves while it goes on: a line, in points of the diagram. */
	record Mark(List<Link.Point> line) {}

	final View view;
	private final Font plain;
	private final Font bold;
	private final double line;
	private final double character;
	private final Set<Figure> selected = new LinkedHashSet<>();
	private Drawn drawn;
	private Function<Figure, CcwRow> run = f -> null;
	private Mark mark;
	private Runnable painted = () -> {};

	DiagramCanvas(Composite parent) {
		super(parent, SWT.DOUBLE_BUFFERED | SWT.H_SCROLL | SWT.V_SCROLL | SWT.NO_BACKGROUND);
		plain = JFaceResources.getTextFont();
		bold = JFaceResources.getFontRegistry().getBold(JFaceResources.TEXT_FONT);
		GC gc = new GC(this);
		gc.setFont(bold);
		line = gc.getFontMetrics().getHeight() + 1;
		character = gc.getFontMetrics().getAverageCharacterWidth();
		gc.dispose();
		view = new View(this, this::moved);
		addListener(SWT.Paint, this::paint);
		addListener(SWT.FocusIn, e -> redraw());
		addListener(SWT.FocusOut, e -> redraw());
		getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent e) {
				e.result = selected.isEmpty() ? "Diagram of the channel program" : selected.iterator().next().words();
			}
		});
	}

	private void moved() {
		redraw();
		painted.run();
	}

	/** Called when another part of the diagram is to be seen. */
	void onMove(Runnable r) {
		painted = r;
	}

	double line() {
		return line;
	}

	double character() {
		return character;
	}

	Drawn drawn() {
		return drawn;
	}

	/** Shows other figures; what is selected is told anew. */
	void show(Drawn now) {
		drawn = now;
		selected.clear();
		arranged();
	}

	/** The figures went elsewhere. */
	void arranged() {
		view.size(drawn.width(), drawn.height());
		redraw();
	}

	void run(Function<Figure, CcwRow> of) {
		run = of;
		redraw();
	}

	Set<Figure> selected() {
		return selected;
	}

	void select(List<Figure> figures) {
		selected.clear();
		selected.addAll(figures);
		if (!figures.isEmpty()) {
			getAccessible().setFocus(org.eclipse.swt.accessibility.ACC.CHILDID_SELF);
		}
		redraw();
	}

	void mark(Mark now) {
		mark = now;
		redraw();
	}

	Colours colours() {
		RGB ground = getParent().getBackground().getRGB();
		return Colours.on((ground.red * 3 + ground.green * 6 + ground.blue) / 10, ThemeWatch.highContrast());
	}

	Function<Figure, CcwRow> run() {
		return run;
	}

	private void paint(Event e) {
		Colours colours = colours();
		GC gc = e.gc;
		gc.setBackground(ScreenPen.colour(colours.ground()));
		gc.fillRectangle(getClientArea());
		if (drawn == null) {
			return;
		}
		Transform place = new Transform(getDisplay());
		place.scale((float) view.zoom(), (float) view.zoom());
		place.translate((float) -view.left(), (float) -view.top());
		gc.setTransform(place);
		ScreenPen pen = new ScreenPen(gc, plain, bold);
		new Drawing(drawn, colours, line, character).draw(pen, view.left(), view.top(), view.right(), view.bottom(), selected, run);
		if (mark != null) {
			pen.line(mark.line, colours.selected(), 3, new double[0]);
		}
		gc.setTransform(null);
		place.dispose();
		if (drawn.figures.isEmpty()) {
			gc.setFont(JFaceResources.getDialogFont());
			gc.setForeground(ScreenPen.colour(colours.faint()));
			gc.drawText("Nothing here yet.\nDrag an ORB or a CCW from the palette,\nor press Insert.", 24, 24, true);
		}
	}

	/** Draws everything, for paper and pictures, on a light ground. */
	void drawAll(Pen pen) {
		new Drawing(drawn, Colours.paper(), line, character).draw(pen, 0, 0, drawn.width(), drawn.height(), Set.of(), run);
	}

	Font plain() {
		return plain;
	}

	Font bold() {
		return bold;
	}
}
