// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** Run, stage and step above a view: the stage stands out, and what does not fit ends in an ellipsis. */
final class Header extends Canvas {
	private static final int MARGIN = 6;
	private static final int GAP = 14;
	/** From this width on, one line is enough. */
	private static final int WIDE = 640;
	private String run = "";
	private String stage = "";
	private String step = "";

	Header(Composite parent) {
		super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
		addListener(SWT.Paint, this::paint);
		getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent e) {
				e.result = words();
			}
		});
	}

	void show(String runWords, String stageWords, String stepWords) {
		if (runWords.equals(run) && stageWords.equals(stage) && stepWords.equals(step)) {
			return;
		}
		run = runWords;
		stage = stageWords;
		step = stepWords;
		setToolTipText(words());
		redraw();
	}

	String words() {
		return stage.isEmpty() ? run : run + " · " + stage + " · " + step;
	}

	@Override
	public Point computeSize(int widthHint, int heightHint, boolean changed) {
		GC gc = new GC(this);
		int line = gc.getFontMetrics().getHeight();
		gc.dispose();
		int width = widthHint == SWT.DEFAULT ? WIDE : widthHint;
		return new Point(width, line * (width < WIDE ? 2 : 1) + MARGIN + 2);
	}

	/** Stage at the left of the first line and step at its right; the run before the step, or on a second line. */
	private void paint(Event event) {
		GC gc = event.gc;
		boolean wide = getClientArea().width >= WIDE;
		int width = getClientArea().width - 2 * MARGIN;
		int line = gc.getFontMetrics().getHeight();
		gc.setForeground(Look.colour(getDisplay(), Look.FAINT));
		String end = wide && !stage.isEmpty() ? run + " · " + step : step;
		int right = gc.textExtent(end).x;
		gc.drawText(end, MARGIN + width - right, MARGIN / 2, true);
		if (!wide || stage.isEmpty()) {
			gc.drawText(cut(gc, run, width), MARGIN, MARGIN / 2 + (stage.isEmpty() ? 0 : line), true);
		}
		gc.setFont(Look.bold());
		gc.setForeground(getForeground());
		gc.drawText(cut(gc, stage, width - right - GAP), MARGIN, MARGIN / 2, true);
		gc.setForeground(Look.colour(getDisplay(), Look.LINE));
		int bottom = getClientArea().height - 1;
		gc.drawLine(0, bottom, getClientArea().width, bottom);
	}

	private static String cut(GC gc, String text, int width) {
		if (gc.textExtent(text).x <= width) {
			return text;
		}
		int keep = 0;
		int tooLong = text.length();
		while (tooLong - keep > 1) {
			int middle = keep + tooLong >>> 1;
			if (gc.textExtent(text.substring(0, middle) + "…").x > width) {
				tooLong = middle;
			} else {
				keep = middle;
			}
		}
		return text.substring(0, keep) + "…";
	}
}
