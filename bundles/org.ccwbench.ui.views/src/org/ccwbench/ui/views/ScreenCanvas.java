// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.ArrayList;
import java.util.List;

import org.ccwbench.device.DeviceSight;
import org.ccwbench.device.DeviceSight.Cell;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** A display as a person in front of it sees it; a dim dot stands where a field attribute is. */
final class ScreenCanvas {
	private static final int MARGIN = 8;
	private static final int SMALLEST = 7;
	private static final Color GROUND = new Color(12, 14, 16);
	private static final Color BLUE = new Color(122, 162, 255);
	private static final Color RED = new Color(255, 110, 100);
	private static final Color PINK = new Color(255, 140, 220);
	private static final Color GREEN = new Color(90, 220, 120);
	private static final Color TURQUOISE = new Color(90, 215, 225);
	private static final Color YELLOW = new Color(240, 225, 90);
	private static final Color WHITE = new Color(245, 245, 245);
	private static final Color DIM = new Color(90, 96, 104);
	private final ScrolledComposite body;
	private final Canvas canvas;
	private Font font;
	private int points;
	private DeviceSight.Screen screen;

	ScreenCanvas(Composite parent) {
		body = new ScrolledComposite(parent, SWT.H_SCROLL | SWT.V_SCROLL);
		canvas = new Canvas(body, SWT.DOUBLE_BUFFERED);
		body.setContent(canvas);
		body.setExpandHorizontal(true);
		body.setExpandVertical(true);
		body.addListener(SWT.Resize, e -> fit());
		canvas.addListener(SWT.Paint, e -> paint(e.gc));
		canvas.addListener(SWT.MouseMove, e -> {
			String tip = tip(e.x, e.y);
			if (!java.util.Objects.equals(tip, canvas.getToolTipText())) {
				canvas.setToolTipText(tip);
			}
		});
		canvas.addDisposeListener(e -> {
			if (font != null) {
				font.dispose();
			}
		});
		canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent e) {
				e.result = screen == null ? "Screen" : "Screen: " + String.join(" / ", lines().stream().filter(l -> !l.isBlank()).map(String::strip).toList());
			}
		});
	}

	Control control() {
		return body;
	}

	void show(DeviceSight.Screen now) {
		boolean size = screen == null || screen.rows() != now.rows() || screen.columns() != now.columns();
		screen = now;
		if (size || font == null) {
			fit();
		}
		canvas.redraw();
	}

	/** The largest letters with which the screen fits, down to what can still be read. */
	private void fit() {
		if (screen == null) {
			return;
		}
		Rectangle room = body.getClientArea();
		FontData mono = Look.mono().getFontData()[0];
		GC gc = new GC(canvas);
		int best = SMALLEST;
		for (int p = mono.getHeight() + 4; p > SMALLEST && best == SMALLEST; p--) {
			Font trial = new Font(canvas.getDisplay(), mono.getName(), p, SWT.NORMAL);
			gc.setFont(trial);
			Point cell = cell(gc);
			if (cell.x * screen.columns() + 2 * MARGIN <= room.width && cell.y * screen.rows() + 2 * MARGIN <= room.height) {
				best = p;
			}
			trial.dispose();
		}
		if (best != points || font == null) {
			if (font != null) {
				font.dispose();
			}
			points = best;
			font = new Font(canvas.getDisplay(), mono.getName(), best, SWT.NORMAL);
		}
		gc.setFont(font);
		Point cell = cell(gc);
		gc.dispose();
		body.setMinSize(cell.x * screen.columns() + 2 * MARGIN, cell.y * screen.rows() + 2 * MARGIN);
		canvas.redraw();
	}

	private static Point cell(GC gc) {
		return new Point(Math.max(1, gc.textExtent("W").x), gc.getFontMetrics().getHeight());
	}

	private String tip(int x, int y) {
		if (screen == null || font == null) {
			return null;
		}
		GC gc = new GC(canvas);
		gc.setFont(font);
		Point cell = cell(gc);
		gc.dispose();
		int column = (x - MARGIN) / cell.x;
		int row = (y - MARGIN) / cell.y;
		if (x < MARGIN || y < MARGIN || column >= screen.columns() || row >= screen.rows()) {
			return null;
		}
		Cell c = screen.cells().get(row * screen.columns() + column);
		return String.format("row %d, column %d%s", row + 1, column + 1, c.attribute() < 0 ? "; no fields" : String.format(": field with attribute %02X, %s%s%s", c.attribute(),
				c.guarded() ? "protected" : "unprotected", c.intensified() ? ", intensified" : "", c.hidden() ? ", not shown" : ""));
	}

	private void paint(GC gc) {
		if (screen == null || font == null) {
			return;
		}
		gc.setBackground(GROUND);
		gc.fillRectangle(canvas.getClientArea());
		gc.setFont(font);
		Point cell = cell(gc);
		for (int p = 0; p < screen.cells().size(); p++) {
			Cell c = screen.cells().get(p);
			int x = MARGIN + p % screen.columns() * cell.x;
			int y = MARGIN + p / screen.columns() * cell.y;
			boolean cursor = p == screen.cursor();
			boolean reverse = c.highlighting() == 0xF2 && !c.startsField() || cursor;
			Color ink = colour(c);
			if (reverse) {
				gc.setBackground(ink);
				gc.fillRectangle(x, y, cell.x, cell.y);
			}
			if (c.startsField()) {
				gc.setBackground(DIM);
				gc.fillRectangle(x + cell.x / 2 - 1, y + cell.y / 2 - 1, 3, 3);
			} else if (c.character() != ' ' && !c.hidden()) {
				gc.setForeground(reverse ? GROUND : ink);
				gc.drawText(String.valueOf(c.character()), x, y, true);
			}
			if (c.highlighting() == 0xF4 && !c.startsField()) {
				gc.setForeground(ink);
				gc.drawLine(x, y + cell.y - 1, x + cell.x - 1, y + cell.y - 1);
			}
		}
		gc.setForeground(DIM);
		gc.drawRectangle(MARGIN - 4, MARGIN - 4, screen.columns() * cell.x + 7, screen.rows() * cell.y + 7);
	}

	/** The colour that was set, or that of the field's kind on a display with four colours. */
	private static Color colour(Cell c) {
		return switch (c.colour()) {
			case 0xF1 -> BLUE;
			case 0xF2 -> RED;
			case 0xF3 -> PINK;
			case 0xF4 -> GREEN;
			case 0xF5 -> TURQUOISE;
			case 0xF6 -> YELLOW;
			case 0xF7 -> WHITE;
			default -> c.guarded() ? c.intensified() ? WHITE : BLUE : c.intensified() ? RED : GREEN;
		};
	}

	/** The rows as text. */
	List<String> lines() {
		List<String> lines = new ArrayList<>();
		for (int r = 0; screen != null && r < screen.rows(); r++) {
			StringBuilder b = new StringBuilder();
			for (Cell c : screen.cells().subList(r * screen.columns(), (r + 1) * screen.columns())) {
				b.append(c.hidden() ? ' ' : c.character());
			}
			lines.add(b.toString().stripTrailing());
		}
		return lines;
	}
}
