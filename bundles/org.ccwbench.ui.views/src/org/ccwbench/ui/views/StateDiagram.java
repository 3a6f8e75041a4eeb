// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import org.ccwbench.run.DriverState;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** The states of the driver and what leads from one to the next, the present one filled. */
final class StateDiagram extends Canvas {
	private static final String[] ARROWS = {"request", "SSCH, cc 0", "status taken"};
	private static final String REFUSED = "refused, or cc 1 to 3";
	private static final int GAP_WORDS = 14;
	private DriverState now;

	StateDiagram(Composite parent) {
		super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
		addListener(SWT.Paint, e -> paint(e.gc));
		setToolTipText("IDLE takes a request. CP_PROCESSING copies, translates and pins: another request ends with -EAGAIN.\n"
				+ "CP_PENDING: the channel has the program, and another request ends with -EBUSY.");
		getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent e) {
				e.result = now == null ? "no driver" : "The driver is " + now;
			}
		});
	}

	void show(DriverState state) {
		if (now != state) {
			now = state;
			redraw();
		}
	}

	@Override
	public Point computeSize(int widthHint, int heightHint, boolean changed) {
		GC gc = new GC(this);
		int line = gc.getFontMetrics().getHeight();
		gc.dispose();
		return new Point(widthHint == SWT.DEFAULT ? 420 : widthHint, line * 5 + 22);
	}

	private void paint(GC gc) {
		int line = gc.getFontMetrics().getHeight();
		DriverState[] all = DriverState.values();
		int box = 0;
		for (DriverState s : all) {
			box = Math.max(box, gc.textExtent(s.name()).x + 20);
		}
		int words = Math.max(gc.textExtent(ARROWS[0]).x, gc.textExtent(ARROWS[1]).x) + GAP_WORDS;
		int gap = Math.min(words, Math.max(24, (getClientArea().width - 3 * box - 16) / 2));
		int top = line + 8;
		int height = line + 12;
		for (int i = 0; i < all.length; i++) {
			int x = 8 + i * (box + gap);
			gc.setBackground(all[i] == now ? Look.colour(getDisplay(), Look.CURRENT) : getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
			gc.fillRoundRectangle(x, top, box, height, 10, 10);
			gc.setForeground(all[i] == now ? getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION) : Look.colour(getDisplay(), Look.LINE));
			gc.setLineWidth(all[i] == now ? 2 : 1);
			gc.drawRoundRectangle(x, top, box, height, 10, 10);
			gc.setLineWidth(1);
			gc.setForeground(getForeground());
			gc.setFont(all[i] == now ? Look.bold() : getFont());
			Point text = gc.textExtent(all[i].name());
			gc.drawText(all[i].name(), x + (box - text.x) / 2, top + (height - text.y) / 2, true);
			gc.setFont(getFont());
			if (i + 1 < all.length) {
				arrow(gc, x + box, x + box + gap, top + height / 2);
				label(gc, ARROWS[i], x + box + gap / 2, 4);
			}
		}
		int low = top + height;
		back(gc, 8 + 2 * (box + gap) + box / 2, 8 + box / 3, low, line + 8 + line, ARROWS[2]);
		back(gc, 8 + box + gap + box / 2, 8 + 2 * box / 3, low, line / 2 + 4, REFUSED);
	}

	private void arrow(GC gc, int from, int to, int y) {
		gc.setForeground(Look.colour(getDisplay(), Look.FAINT));
		gc.setBackground(Look.colour(getDisplay(), Look.FAINT));
		gc.drawLine(from, y, to - 5, y);
		gc.fillPolygon(new int[] {to, y, to - 6, y - 4, to - 6, y + 4});
	}

	private void label(GC gc, String text, int middle, int y) {
		gc.setForeground(Look.colour(getDisplay(), Look.FAINT));
		gc.drawText(text, middle - gc.textExtent(text).x / 2, y, true);
	}

	/** From below one box to below another. */
	private void back(GC gc, int from, int to, int low, int depth, String text) {
		gc.setForeground(Look.colour(getDisplay(), Look.FAINT));
		gc.setBackground(Look.colour(getDisplay(), Look.FAINT));
		gc.drawPolyline(new int[] {from, low, from, low + depth, to, low + depth, to, low + 5});
		gc.fillPolygon(new int[] {to, low, to - 4, low + 6, to + 4, low + 6});
		Point extent = gc.textExtent(text);
		gc.setBackground(getBackground());
		gc.drawText(text, (from + to) / 2 - extent.x / 2, low + depth - extent.y / 2, false);
	}
}
