// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.function.LongConsumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** Pins that are on, over the whole recording, and the position. A click goes there. What stays on at the end is red. */
final class PinChart extends Canvas {
	private static final int MARGIN = 6;
	private static final int LINES = 4;
	private PinCurve curve;
	private long position;

	PinChart(Composite parent, LongConsumer go) {
		super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
		addListener(SWT.Paint, e -> paint(e.gc));
		addListener(SWT.MouseDown, e -> {
			if (curve != null) {
				Rectangle plot = plot();
				go.accept(Math.max(0, Math.min(curve.size(), Math.round((double) (e.x - plot.x) / plot.width * curve.size()))));
			}
		});
		setToolTipText("Pins that are on, from the first event to the last. A click goes there.");
		getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent e) {
				e.result = curve == null ? "Pins over time" : String.format("Pins over time: at most %,d, %,d at the end", curve.peak(), curve.end());
			}
		});
	}

	/** Null while it is being made. */
	void curve(PinCurve of) {
		curve = of;
		redraw();
	}

	void show(long at) {
		if (curve != null && place(plot(), at) != place(plot(), position)) {
			redraw();
		}
		position = at;
	}

	private int place(Rectangle plot, long at) {
		return plot.x + (int) (curve.size() == 0 ? 0 : (double) at / curve.size() * plot.width);
	}

	@Override
	public Point computeSize(int widthHint, int heightHint, boolean changed) {
		GC gc = new GC(this);
		int line = gc.getFontMetrics().getHeight();
		gc.dispose();
		return new Point(widthHint == SWT.DEFAULT ? 200 : widthHint, line * LINES);
	}

	private Rectangle plot() {
		GC gc = new GC(this);
		int left = curve == null ? 0 : gc.textExtent(String.format("%,d", curve.peak())).x + 4;
		gc.dispose();
		Rectangle area = getClientArea();
		return new Rectangle(MARGIN + left, MARGIN, Math.max(1, area.width - 2 * MARGIN - left), Math.max(1, area.height - 2 * MARGIN));
	}

	private void paint(GC gc) {
		if (curve == null) {
			return;
		}
		Rectangle plot = plot();
		int peak = Math.max(1, curve.peak());
		int low = plot.y + plot.height;
		gc.setBackground(getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
		gc.fillRectangle(plot);
		int n = curve.most().length;
		for (int x = 0; x < plot.width; x++) {
			int from = (int) ((long) x * n / plot.width);
			int to = Math.max(from + 1, (int) ((long) (x + 1) * n / plot.width));
			int most = 0;
			for (int i = from; i < to && i < n; i++) {
				most = Math.max(most, curve.most()[i]);
			}
			int y = low - most * plot.height / peak;
			gc.setForeground(getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
			gc.setAlpha(150);
			if (most > 0) {
				gc.drawLine(plot.x + x, low, plot.x + x, y);
			}
			gc.setAlpha(255);
		}
		if (curve.end() > 0) {
			gc.setForeground(Look.colour(getDisplay(), Look.LEAK));
			int y = low - curve.end() * plot.height / peak;
			gc.drawLine(plot.x, y, plot.x + plot.width, y);
		}
		gc.setForeground(Look.colour(getDisplay(), Look.LINE));
		gc.drawRectangle(plot);
		gc.setForeground(Look.colour(getDisplay(), Look.FAINT));
		gc.drawText(String.format("%,d", curve.peak()), MARGIN, plot.y - 3, true);
		gc.drawText("0", MARGIN, low - gc.getFontMetrics().getHeight() + 3, true);
		int x = place(plot, position);
		gc.setForeground(getForeground());
		gc.drawLine(x, plot.y - 3, x, low + 3);
	}
}
