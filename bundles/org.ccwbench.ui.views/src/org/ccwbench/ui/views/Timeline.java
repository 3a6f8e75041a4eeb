// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

import org.ccwbench.run.Event;
import org.ccwbench.run.EventKind;
import org.ccwbench.run.History;
import org.ccwbench.run.Recording;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** The whole recording from left to right: which stage is at work where, and the position. A click goes there, arrows go on and back. */
final class Timeline extends Canvas {
	private static final int MARGIN = 6;
	/** Stages that are shown at most: more cannot be told apart. */
	private static final int MOST = 4096;

	private record Piece(long from, String stage) {}

	private final List<Piece> pieces = new ArrayList<>();
	private final LongConsumer go;
	private long size;
	private long position;

	Timeline(Composite parent, LongConsumer go) {
		super(parent, SWT.DOUBLE_BUFFERED);
		this.go = go;
		addListener(SWT.Paint, e -> paint(e.gc));
		addListener(SWT.MouseDown, e -> at(e.x));
		addListener(SWT.MouseMove, e -> {
			if ((e.stateMask & SWT.BUTTON1) != 0) {
				at(e.x);
			} else {
				tip(e.x);
			}
		});
		addListener(SWT.KeyDown, e -> {
			switch (e.keyCode) {
				case SWT.ARROW_LEFT -> go.accept(position - 1);
				case SWT.ARROW_RIGHT -> go.accept(position + 1);
				case SWT.HOME -> go.accept(0);
				case SWT.END -> go.accept(size);
				default -> { }
			}
		});
		addListener(SWT.Traverse, e -> e.doit = e.detail != SWT.TRAVERSE_ARROW_NEXT && e.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
		addListener(SWT.FocusIn, e -> redraw());
		addListener(SWT.FocusOut, e -> redraw());
		getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent e) {
				e.result = String.format("Timeline, event %,d of %,d", position, size);
			}
		});
	}

	/** Another recording. */
	void load(History history) {
		pieces.clear();
		Recording r = history.recording();
		size = history.size();
		Event e = new Event();
		long before = 0;
		var stages = history.stages();
		for (long at = r.nextStage(0); at > before && pieces.size() < MOST; at = r.nextStage(at)) {
			r.read(at - 1, e);
			if (e.kind() == EventKind.STAGE) {
				String id = stages.get(e.detail()).stage().id();
				pieces.add(new Piece(at - 1, id));
			}
			before = at;
		}
		redraw();
	}

	void show(long at) {
		if (x(position) != x(at)) {
			redraw();
		}
		position = at;
	}

	private int x(long event) {
		int width = Math.max(1, getClientArea().width - 2 * MARGIN);
		return MARGIN + (int) (size == 0 ? 0 : (double) event / size * width);
	}

	private long event(int x) {
		int width = Math.max(1, getClientArea().width - 2 * MARGIN);
		return Math.max(0, Math.min(size, Math.round((double) (x - MARGIN) / width * size)));
	}

	private void at(int x) {
		setFocus();
		go.accept(event(x));
	}

	private void tip(int x) {
		long e = event(x);
		Piece in = null;
		for (Piece p : pieces) {
			if (p.from <= e) {
				in = p;
			}
		}
		setToolTipText(String.format("%sevent %,d", in == null ? "" : in.stage + ", ", e));
	}

	@Override
	public Point computeSize(int widthHint, int heightHint, boolean changed) {
		GC gc = new GC(this);
		int line = gc.getFontMetrics().getHeight();
		gc.dispose();
		return new Point(widthHint == SWT.DEFAULT ? 400 : widthHint, line + 18);
	}

	private void paint(GC gc) {
		Rectangle area = getClientArea();
		int top = 4;
		int height = area.height - 10;
		gc.setForeground(Look.colour(getDisplay(), Look.LINE));
		Map<String, Point> extents = new HashMap<>();
		for (int i = 0; i < pieces.size(); i++) {
			Piece p = pieces.get(i);
			int from = x(p.from);
			int to = i + 1 < pieces.size() ? x(pieces.get(i + 1).from) : x(size);
			if (from == to && i + 1 < pieces.size()) {
				// The next one begins in the same column of the screen, and is painted over it.
				continue;
			}
			boolean here = position > p.from && (i + 1 == pieces.size() || position <= pieces.get(i + 1).from);
			gc.setBackground(here ? Look.colour(getDisplay(), Look.CURRENT)
					: getDisplay().getSystemColor(i % 2 == 0 ? SWT.COLOR_WIDGET_BACKGROUND : SWT.COLOR_LIST_BACKGROUND));
			gc.fillRectangle(from, top, Math.max(1, to - from), height);
			gc.setForeground(Look.colour(getDisplay(), Look.LINE));
			gc.drawLine(from, top, from, top + height);
			Point text = extents.computeIfAbsent(p.stage, gc::textExtent);
			if (text.x + 4 <= to - from) {
				gc.setForeground(getForeground());
				gc.drawText(p.stage, from + (to - from - text.x) / 2, top + (height - text.y) / 2, true);
			}
		}
		gc.setForeground(Look.colour(getDisplay(), Look.LINE));
		gc.drawRectangle(MARGIN, top, Math.max(1, area.width - 2 * MARGIN), height);
		int x = x(position);
		gc.setForeground(getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
		gc.setBackground(getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
		gc.setLineWidth(2);
		gc.drawLine(x, top - 2, x, top + height + 3);
		gc.fillPolygon(new int[] {x - 4, top - 4, x + 5, top - 4, x, top + 2});
		gc.setLineWidth(1);
		if (isFocusControl()) {
			gc.drawFocus(1, 1, area.width - 2, area.height - 2);
		}
	}
}
