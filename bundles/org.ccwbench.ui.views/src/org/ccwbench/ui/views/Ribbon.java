// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.List;
import java.util.function.IntConsumer;

import org.ccwbench.run.Progress;
import org.ccwbench.run.StageState;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** The stages of the path from left to right, those of the kernel lower than those of the monitor. A click goes there. */
final class Ribbon extends Canvas {
	private static final int MARGIN = 6;
	private static final int POINT = 7;
	private final IntConsumer go;
	private List<StageState> stages = List.of();
	private int current = -1;

	/** @param go is given the index of a stage */
	Ribbon(Composite parent, IntConsumer go) {
		super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
		this.go = go;
		addListener(SWT.Paint, e -> paint(e.gc));
		addListener(SWT.MouseDown, e -> {
			int i = at(e.x);
			if (i >= 0) {
				go(i);
			}
		});
		addListener(SWT.MouseMove, e -> {
			int i = at(e.x);
			String tip = i < 0 ? null : stages.get(i).stage().id() + " " + stages.get(i).stage().title() + ": " + StagesView.words(stages.get(i));
			if (!java.util.Objects.equals(tip, getToolTipText())) {
				setToolTipText(tip);
			}
		});
		getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent e) {
				e.result = current < 0 ? "Stages of the path" : "Stages of the path, now " + stages.get(current).stage().id();
			}
		});
	}

	private void go(int index) {
		go.accept(stages.get(index).index());
	}

	/** @param now index of the stage at the position, -1 if none is */
	void show(List<StageState> all, int now) {
		boolean same = now == current && all.size() == stages.size();
		for (int i = 0; same && i < all.size(); i++) {
			same = all.get(i).progress() == stages.get(i).progress() && all.get(i).stage() == stages.get(i).stage();
		}
		stages = all;
		current = now;
		if (!same) {
			redraw();
		}
	}

	@Override
	public Point computeSize(int widthHint, int heightHint, boolean changed) {
		GC gc = new GC(this);
		int line = gc.getFontMetrics().getHeight();
		gc.dispose();
		return new Point(widthHint == SWT.DEFAULT ? 300 : widthHint, 2 * line + 18);
	}

	private double step() {
		return stages.isEmpty() ? 1 : (double) (getClientArea().width - 2 * MARGIN) / stages.size();
	}

	private int at(int x) {
		int i = (int) Math.floor((x - MARGIN) / step());
		return i >= 0 && i < stages.size() ? i : -1;
	}

	private void paint(GC gc) {
		int line = gc.getFontMetrics().getHeight();
		int height = line + 6;
		for (int i = 0; i < stages.size(); i++) {
			StageState s = stages.get(i);
			int x = MARGIN + (int) (i * step());
			int end = MARGIN + (int) ((i + 1) * step()) - 3;
			int y = s.stage().within() < 0 ? 3 : line + 9;
			int middle = y + height / 2;
			int tip = Math.min(POINT, Math.max(2, (end - x) / 4));
			int[] arrow = {x, y, end - tip, y, end, middle, end - tip, y + height, x, y + height, x + tip, middle};
			String colour = s.progress() == Progress.FAILED ? Look.FAILED : i == current ? Look.CURRENT : null;
			gc.setBackground(colour != null ? Look.colour(getDisplay(), colour)
					: getDisplay().getSystemColor(s.progress() == Progress.DONE ? SWT.COLOR_LIST_BACKGROUND : SWT.COLOR_WIDGET_BACKGROUND));
			gc.fillPolygon(arrow);
			gc.setForeground(i == current ? getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION) : Look.colour(getDisplay(), Look.LINE));
			gc.setLineWidth(i == current ? 2 : 1);
			gc.drawPolygon(arrow);
			gc.setLineWidth(1);
			gc.setFont(i == current ? Look.bold() : getFont());
			gc.setForeground(s.progress() == Progress.PENDING ? Look.colour(getDisplay(), Look.FAINT) : getForeground());
			Point text = gc.textExtent(s.stage().id());
			gc.drawText(s.stage().id(), x + tip / 2 + (end - x - text.x) / 2, y + (height - text.y) / 2, true);
			gc.setFont(getFont());
		}
	}
}
