// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.diagram;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;

/** Draws on a screen, an image or paper, through a GC whose transform the caller has set. */
final class ScreenPen implements Pen {
	private static final double ARROW = 7;
	private final GC gc;
	private final Font plain;
	private final Font bold;

	ScreenPen(GC gc, Font plain, Font bold) {
		this.gc = gc;
		this.plain = plain;
		this.bold = bold;
		gc.setAntialias(SWT.ON);
		gc.setTextAntialias(SWT.ON);
	}

	static Color colour(int rgb) {
		return new Color(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
	}

	@Override
	public void box(double x, double y, double width, double height, int fill, int frame, double thickness) {
		gc.setBackground(colour(fill));
		gc.fillRoundRectangle((int) x, (int) y, (int) width, (int) height, 10, 10);
		gc.setForeground(colour(frame));
		gc.setLineStyle(SWT.LINE_SOLID);
		gc.setLineWidth((int) Math.max(1, Math.round(thickness)));
		gc.drawRoundRectangle((int) x, (int) y, (int) width, (int) height, 10, 10);
	}

	@Override
	public void bar(double x, double y, double width, double height, int fill) {
		gc.setBackground(colour(fill));
		gc.fillRectangle((int) x, (int) y, (int) width, (int) height);
	}

	@Override
	public void line(List<Link.Point> points, int colour, double thickness, double[] dashes) {
		if (points.size() < 2) {
			return;
		}
		gc.setForeground(colour(colour));
		gc.setLineWidth((int) Math.round(thickness));
		if (dashes.length == 0) {
			gc.setLineStyle(SWT.LINE_SOLID);
		} else {
			int[] lengths = new int[dashes.length];
			for (int i = 0; i < dashes.length; i++) {
				lengths[i] = (int) dashes[i];
			}
			gc.setLineDash(lengths);
		}
		Path path = new Path(gc.getDevice());
		path.moveTo((float) points.get(0).x(), (float) points.get(0).y());
		points.stream().skip(1).forEach(p -> path.lineTo((float) p.x(), (float) p.y()));
		gc.drawPath(path);
		path.dispose();
		gc.setLineStyle(SWT.LINE_SOLID);
		arrow(points.get(points.size() - 2), points.get(points.size() - 1), colour);
	}

	private void arrow(Link.Point from, Link.Point to, int colour) {
		double angle = Math.atan2(to.y() - from.y(), to.x() - from.x());
		int[] head = { (int) to.x(), (int) to.y(), (int) (to.x() - ARROW * Math.cos(angle - 0.45)), (int) (to.y() - ARROW * Math.sin(angle - 0.45)),
				(int) (to.x() - ARROW * Math.cos(angle + 0.45)), (int) (to.y() - ARROW * Math.sin(angle + 0.45)) };
		gc.setBackground(colour(colour));
		gc.fillPolygon(head);
	}

	@Override
	public void text(String text, double x, double y, double width, int colour, boolean strong) {
		gc.setFont(strong ? bold : plain);
		gc.setForeground(colour(colour));
		String shown = text;
		while (shown.length() > 1 && gc.textExtent(shown).x > width + 1) {
			shown = shown.substring(0, Math.max(1, shown.length() - 2)) + "…";
			if (shown.length() <= 2) {
				break;
			}
		}
		gc.drawText(shown, (int) x, (int) y, true);
	}
}
