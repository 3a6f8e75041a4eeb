// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.diagram;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.ScrollBar;

/** Zoom and scrolling of a canvas: from points of the diagram to pixels and back. */
final class View {
	private static final double[] STEPS = { 0.1, 0.15, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 2, 3, 4 };
	private final Canvas canvas;
	private final Runnable changed;
	private double zoom = 1;
	private double width;
	private double height;

	View(Canvas canvas, Runnable changed) {
		this.canvas = canvas;
		this.changed = changed;
		canvas.getHorizontalBar().addListener(SWT.Selection, e -> changed.run());
		canvas.getVerticalBar().addListener(SWT.Selection, e -> changed.run());
		canvas.addListener(SWT.Resize, e -> bars());
	}

	double zoom() {
		return zoom;
	}

	/** Size of the diagram, in its points. */
	void size(double w, double h) {
		width = w;
		height = h;
		bars();
	}

	private void bars() {
		Rectangle area = canvas.getClientArea();
		bar(canvas.getHorizontalBar(), area.width, width);
		bar(canvas.getVerticalBar(), area.height, height);
		changed.run();
	}

	private void bar(ScrollBar bar, int room, double size) {
		int all = (int) Math.ceil(size * zoom);
		int thumb = Math.max(1, Math.min(room, Math.max(1, all)));
		bar.setValues(Math.min(bar.getSelection(), Math.max(0, all - thumb)), 0, Math.max(1, all), thumb, 40, Math.max(1, thumb - 40));
		bar.setVisible(all > room);
	}

	double left() {
		return canvas.getHorizontalBar().getSelection() / zoom;
	}

	double top() {
		return canvas.getVerticalBar().getSelection() / zoom;
	}

	double right() {
		return left() + canvas.getClientArea().width / zoom;
	}

	double bottom() {
		return top() + canvas.getClientArea().height / zoom;
	}

	double x(int pixel) {
		return left() + pixel / zoom;
	}

	double y(int pixel) {
		return top() + pixel / zoom;
	}

	int pixelX(double x) {
		return (int) Math.round((x - left()) * zoom);
	}

	int pixelY(double y) {
		return (int) Math.round((y - top()) * zoom);
	}

	/** One step in (1) or out (-1), around a pixel. */
	void step(int by, int atX, int atY) {
		int i = 0;
		while (i < STEPS.length - 1 && STEPS[i] < zoom - 0.001) {
			i++;
		}
		set(STEPS[Math.max(0, Math.min(STEPS.length - 1, i + (by < 0 || Math.abs(STEPS[i] - zoom) < 0.001 ? by : 0)))], atX, atY);
	}

	void set(double to, int atX, int atY) {
		double x = x(atX);
		double y = y(atY);
		zoom = to;
		bars();
		to(x - atX / zoom, y - atY / zoom);
	}

	/** The largest zoom, at most 100 %, with which all can be seen. */
	void fit() {
		Rectangle area = canvas.getClientArea();
		zoom = Math.max(STEPS[0], Math.min(1, Math.min(area.width / Math.max(1, width), area.height / Math.max(1, height))));
		bars();
	}

	/** Brings a point into the upper left corner, as far as there is something to scroll. */
	void to(double x, double y) {
		canvas.getHorizontalBar().setSelection((int) Math.max(0, x * zoom));
		canvas.getVerticalBar().setSelection((int) Math.max(0, y * zoom));
		changed.run();
	}

	/** Scrolls no further than needed to show a figure. */
	void reveal(Figure f) {
		double x = left();
		double y = top();
		double w = right() - x;
		double h = bottom() - y;
		double gap = 20;
		double toX = f.x - gap < x ? f.x - gap : f.x + f.width + gap > x + w ? Math.min(f.x - gap, f.x + f.width + gap - w) : x;
		double toY = f.y - gap < y ? f.y - gap : f.y + f.height + gap > y + h ? Math.min(f.y - gap, f.y + f.height + gap - h) : y;
		if (toX != x || toY != y) {
			to(toX, toY);
		}
	}
}
