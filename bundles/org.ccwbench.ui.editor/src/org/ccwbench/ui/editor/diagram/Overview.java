// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.diagram;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** The whole diagram, small, with a frame around what the canvas shows; a click or a drag goes there. */
final class Overview extends Canvas {
	/** Figures up to which each shows what a run did with it. */
	private static final int MOST = 300;
	private final DiagramCanvas canvas;
	/** The figures of a long program, drawn once. */
	private Image picture;
	private Object pictured;

	Overview(Composite parent, DiagramCanvas canvas) {
		super(parent, SWT.DOUBLE_BUFFERED | SWT.BORDER);
		this.canvas = canvas;
		setToolTipText("Overview: click to go there");
		addListener(SWT.Dispose, e -> forget());
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
		if (canvas.drawn().figures.size() <= MOST) {
			figures(gc, s, colours, true);
		} else {
			Object now = List.of(canvas.drawn(), getClientArea(), colours);
			if (!now.equals(pictured)) {
				forget();
				pictured = now;
				picture = new Image(getDisplay(), getClientArea().width, getClientArea().height);
				GC on = new GC(picture);
				on.setBackground(ScreenPen.colour(colours.ground()));
				on.fillRectangle(getClientArea());
				figures(on, s, colours, false);
				on.dispose();
			}
			gc.drawImage(picture, 0, 0);
		}
		gc.setBackground(ScreenPen.colour(colours.selected()));
		canvas.selected().forEach(f -> fill(gc, f, s));
		View v = canvas.view;
		gc.setForeground(ScreenPen.colour(colours.selected()));
		gc.drawRectangle((int) (v.left() * s), (int) (v.top() * s), (int) Math.min(getClientArea().width - 1, (v.right() - v.left()) * s), (int) Math.min(getClientArea().height - 1, (v.bottom() - v.top()) * s));
	}

	private void figures(GC gc, double s, Colours colours, boolean runs) {
		for (Figure f : canvas.drawn().figures) {
			var run = runs ? canvas.run().apply(f) : null;
			gc.setBackground(ScreenPen.colour(run != null ? colours.progress(run.progress()) : f.isCommand() ? colours.frame() : colours.line(Link.Kind.DATA)));
			fill(gc, f, s);
		}
	}

	private static void fill(GC gc, Figure f, double s) {
		gc.fillRectangle((int) (f.x * s), (int) (f.y * s), (int) Math.max(2, f.width * s), (int) Math.max(1, f.height * s));
	}

	private void forget() {
		if (picture != null) {
			picture.dispose();
			picture = null;
		}
		pictured = null;
	}

	private void go(Event e) {
		double s = scale();
		View v = canvas.view;
		v.to(e.x / s - (v.right() - v.left()) / 2, e.y / s - (v.bottom() - v.top()) / 2);
	}
}
