// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.List;
import java.util.function.IntConsumer;

import org.ccwbench.device.DeviceSight;
import org.ccwbench.device.DeviceSight.Kind;
import org.ccwbench.device.DeviceSight.Piece;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/**
 * A track, a tape or a row of blocks from left to right, with the head below it. Longer pieces are wider. A click or an
 * arrow key chooses a piece.
 */
public final class StripCanvas extends Canvas {
	private static final int MARGIN = 8;
	private static final int PAD = 12;
	private static final int COUNT = 5;
	private static final int HEAD = 7;
	/** How much of the ground a key covers. */
	private static final int KEY = 70;
	private DeviceSight.Strip strip;
	private int chosen = -1;
	/** Left edge of each piece that is drawn, and the right edge of the last; empty before the first painting. */
	private int[] edges = {};
	private int first;

	StripCanvas(Composite parent, IntConsumer choose) {
		super(parent, SWT.DOUBLE_BUFFERED);
		addListener(SWT.Paint, e -> paint(e.gc));
		addListener(SWT.MouseDown, e -> {
			setFocus();
			int i = at(e.x);
			if (i >= 0) {
				choose.accept(i);
			}
		});
		addListener(SWT.MouseMove, e -> {
			int i = at(e.x);
			String tip = i < 0 ? null : words(strip.pieces().get(i));
			if (!java.util.Objects.equals(tip, getToolTipText())) {
				setToolTipText(tip);
			}
		});
		addListener(SWT.KeyDown, e -> {
			int to = e.keyCode == SWT.ARROW_LEFT ? chosen - 1 : e.keyCode == SWT.ARROW_RIGHT ? chosen + 1
					: e.keyCode == SWT.HOME ? 0 : e.keyCode == SWT.END && strip != null ? strip.pieces().size() - 1 : -1;
			if (strip != null && to >= 0 && to < strip.pieces().size()) {
				choose.accept(to);
			}
		});
		addListener(SWT.Traverse, e -> e.doit = e.detail != SWT.TRAVERSE_ARROW_NEXT && e.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
		addListener(SWT.FocusIn, e -> redraw());
		addListener(SWT.FocusOut, e -> redraw());
		getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent e) {
				e.result = strip == null ? "Medium" : "Medium, the head is at " + words(strip.pieces().get(strip.under()))
						+ (chosen < 0 || chosen >= strip.pieces().size() ? "" : "; selected " + words(strip.pieces().get(chosen)));
			}
		});
	}

	void show(DeviceSight.Strip now) {
		strip = now;
		chosen = Math.min(chosen, now.pieces().size() - 1);
		redraw();
	}

	void choose(int index) {
		chosen = index;
		redraw();
	}

	private String words(Piece p) {
		return p.kind() == Kind.DATA ? strip.unit() + " " + p.name() + ", " + p.place() + (p.length() < 0 ? "" : String.format(", %,d bytes", p.keyLength() + p.length())) : p.place();
	}

	private int at(int x) {
		for (int i = 0; i + 1 < edges.length; i++) {
			if (x >= edges[i] && x < edges[i + 1]) {
				return first + i;
			}
		}
		return -1;
	}

	/** Where a piece is drawn; null if it is not. For tests. */
	public Rectangle place(int index) {
		int i = index - first;
		return i < 0 || i + 1 >= edges.length ? null : new Rectangle(edges[i], 4, edges[i + 1] - edges[i], getClientArea().height - HEAD * 2 - 6);
	}

	@Override
	public Point computeSize(int widthHint, int heightHint, boolean changed) {
		GC gc = new GC(this);
		int line = gc.getFontMetrics().getHeight();
		gc.dispose();
		return new Point(widthHint == SWT.DEFAULT ? 400 : widthHint, 2 * line + 2 * HEAD + 10);
	}

	/** Chooses what is drawn: all, or as much around the head as there is room for. */
	private void arrange(GC gc) {
		List<Piece> all = strip.pieces();
		int room = Math.max(1, getClientArea().width - 2 * MARGIN);
		int[] least = new int[all.size()];
		for (int i = 0; i < least.length; i++) {
			Piece p = all.get(i);
			least[i] = gc.textExtent(p.name()).x + PAD + (p.kind() == Kind.DATA ? COUNT + 8 : 0);
		}
		int from = strip.under();
		int to = from + 1;
		int used = least[from];
		boolean grown = true;
		while (grown) {
			grown = false;
			if (to < least.length && used + least[to] <= room) {
				used += least[to++];
				grown = true;
			}
			if (from > 0 && used + least[from - 1] <= room) {
				used += least[--from];
				grown = true;
			}
		}
		first = from;
		edges = new int[to - from + 1];
		double weight = 0;
		for (int i = from; i < to; i++) {
			weight += weight(all.get(i));
		}
		double x = MARGIN;
		for (int i = from; i < to; i++) {
			edges[i - from] = (int) x;
			x += least[i] + (weight == 0 ? 0 : (room - used) * weight(all.get(i)) / weight);
		}
		edges[to - from] = (int) x;
	}

	private static double weight(Piece p) {
		return p.kind() == Kind.DATA ? Math.sqrt(16 + p.keyLength() + Math.max(0, p.length())) : 0;
	}

	private void paint(GC gc) {
		if (strip == null) {
			return;
		}
		arrange(gc);
		int height = getClientArea().height - HEAD * 2 - 6;
		for (int i = 0; i + 1 < edges.length; i++) {
			piece(gc, first + i, edges[i], edges[i + 1] - edges[i], 4, height - 4);
		}
		head(gc, height + 1);
		if (isFocusControl()) {
			gc.drawFocus(1, 1, getClientArea().width - 2, getClientArea().height - 2);
		}
	}

	private void piece(GC gc, int index, int x, int width, int y, int height) {
		Piece p = strip.pieces().get(index);
		Color line = Look.colour(getDisplay(), Look.FAINT);
		boolean mark = p.kind() == Kind.MARK;
		boolean data = p.kind() == Kind.DATA;
		gc.setBackground(mark ? Look.colour(getDisplay(), Look.FAINT) : index == strip.under() ? Look.colour(getDisplay(), Look.CURRENT)
				: getDisplay().getSystemColor(data && p.open() ? SWT.COLOR_LIST_BACKGROUND : SWT.COLOR_WIDGET_BACKGROUND));
		gc.fillRectangle(x, y, width, height);
		int left = x;
		if (data) {
			gc.setBackground(line);
			gc.fillRectangle(x, y, COUNT, height);
			left += COUNT;
			if (p.keyLength() > 0) {
				int key = keyWidth(p, width);
				gc.setBackground(Look.colour(getDisplay(), Look.FAINT));
				gc.setAlpha(KEY);
				gc.fillRectangle(left, y, key, height);
				gc.setAlpha(255);
				gc.setForeground(line);
				gc.drawLine(left + key, y, left + key, y + height);
			}
		}
		gc.setForeground(index == chosen ? getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION) : line);
		gc.setLineWidth(index == chosen ? 2 : 1);
		gc.drawRectangle(x, y, width, height);
		gc.setLineWidth(1);
		gc.setForeground(mark ? getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND) : data && p.open() ? getForeground() : Look.colour(getDisplay(), Look.FAINT));
		gc.setFont(index == strip.under() ? Look.bold() : getFont());
		Point text = gc.textExtent(p.name());
		gc.drawText(p.name(), left + Math.max(2, (x + width - left - text.x) / 2), y + (height - text.y) / 2, true);
		gc.setFont(getFont());
	}

	private static int keyWidth(Piece p, int width) {
		int all = Math.max(1, p.keyLength() + Math.max(0, p.length()));
		return Math.max(4, Math.min(width - COUNT - 4, (width - COUNT) * p.keyLength() / all));
	}

	private void head(GC gc, int y) {
		int i = strip.under() - first;
		int left = edges[i];
		int width = edges[i + 1] - left;
		Piece p = strip.pieces().get(strip.under());
		int key = p.keyLength() > 0 ? keyWidth(p, width) : 0;
		int x = switch (strip.passed()) {
			case NOTHING -> left;
			case COUNT -> left + COUNT;
			case KEY -> left + COUNT + key;
			case ALL -> left + width;
		};
		gc.setBackground(getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
		gc.setForeground(getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
		gc.setLineWidth(2);
		gc.drawLine(x, 2, x, y + HEAD);
		gc.setLineWidth(1);
		gc.fillPolygon(new int[] {x, y, x - HEAD, y + 2 * HEAD - 2, x + HEAD, y + 2 * HEAD - 2});
	}
}
