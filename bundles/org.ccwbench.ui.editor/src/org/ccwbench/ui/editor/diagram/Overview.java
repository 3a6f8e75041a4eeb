// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.diagram;

import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** The whole diagram, small, with a frame around what the canvas shows; a click or a drag goes there. */
final class Overview extends Canvas {
	/** Figures up to which each shows what a run did with it. */
	private static final int MOST = 1000;
	private final DiagramCanvas canvas;

	Overview(Composite parent, DiagramCanvas canvas) {
		super(parent, SWT.DOUBLE_BUFFERED | SWT.BORDER);
		this.canvas = canvas;
		setToolTipText("Overview: click to go there");
		addListener(SWT.Paint, e -> paint(e.gc));
		addListener(SWT.MouseDown, this::go);
		addListener(SWT.MouseMove, e -> {
			if ((e.stateMask & SWT.BUTTON1) != 0) {
				go(e);
			}
		});
	}

	private double scale() {
		Rectangle area = getClientArea();
		Drawn d = canvas.drawn();
		return d == null ? 1 : Math.min(area.width / Math.max(1, d.width()), area.height / Math.max(1, d.height()));
	}

	private void paint(GC gc) {
		Colours colours = canvas.colours();
		gc.setBackground(ScreenPen.colour(colours.ground()));
		gc.fillRectangle(getClientArea());
		if (canvas.drawn() == null) {
			return;
		}
		double s = scale();
		Set<Figure> selected = canvas.selected();
		boolean runs = canvas.drawn().figures.size() <= MOST;
		for (Figure f : canvas.drawn().figures) {
			var run = runs ? canvas.run().apply(f) : null;
			gc.setBackground(ScreenPen.colour(selected.contains(f) ? colours.selected() : run != null ? colours.progress(run.progress()) : f.isCommand() ? colours.frame() : colours.line(Link.Kind.DATA)));
			gc.fillRectangle((int) (f.x * s), (int) (f.y * s), (int) Math.max(2, f.width * s), (int) Math.max(1, f.height * s));
		}
		View v = canvas.view;
		gc.setForeground(ScreenPen.colour(colours.selected()));
		gc.drawRectangle((int) (v.left() * s), (int) (v.top() * s), (int) Math.min(getClientArea().width - 1, (v.right() - v.left()) * s), (int) Math.min(getClientArea().height - 1, (v.bottom() - v.top()) * s));
	}

	private void go(Event e) {
		double s = scale();
		View v = canvas.view;
		v.to(e.x / s - (v.right() - v.left()) / 2, e.y / s - (v.bottom() - v.top()) / 2);
	}
}
