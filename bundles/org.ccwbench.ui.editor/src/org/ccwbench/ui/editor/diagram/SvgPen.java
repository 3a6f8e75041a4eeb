// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.diagram;

import java.util.List;
import java.util.Locale;

/** Writes a drawing as SVG. */
final class SvgPen implements Pen {
	private final StringBuilder out = new StringBuilder();
	private final double size;

	/**
	 * @param line height of a line of text
	 * @param ground colour behind everything
	 */
	SvgPen(double width, double height, double line, int ground) {
		size = line * 0.72;
		out.append(String.format(Locale.ROOT, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" viewBox=\"0 0 %.0f %.0f\">%n", width, height, width, height));
		out.append("<defs><marker id=\"a\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"6\" markerHeight=\"6\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"context-stroke\"/></marker></defs>\n");
		out.append(String.format(Locale.ROOT, "<rect width=\"%.0f\" height=\"%.0f\" fill=\"%s\"/>%n", width, height, rgb(ground)));
	}

	String finish() {
		return out + "</svg>\n";
	}

	private static String rgb(int colour) {
		return String.format("#%06x", colour);
	}

	@Override
	public void box(double x, double y, double width, double height, int fill, int frame, double thickness) {
		out.append(String.format(Locale.ROOT, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"5\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%.1f\"/>%n",
				x, y, width, height, rgb(fill), rgb(frame), thickness));
	}

	@Override
	public void bar(double x, double y, double width, double height, int fill) {
		out.append(String.format(Locale.ROOT, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n", x, y, width, height, rgb(fill)));
	}

	@Override
	public void line(List<Link.Point> points, int colour, double thickness, double[] dashes) {
		if (points.size() < 2) {
			return;
		}
		StringBuilder d = new StringBuilder();
		for (Link.Point p : points) {
			d.append(d.isEmpty() ? "M" : "L").append(String.format(Locale.ROOT, "%.1f %.1f", p.x(), p.y()));
		}
		StringBuilder dash = new StringBuilder();
		for (double v : dashes) {
			dash.append(dash.isEmpty() ? " stroke-dasharray=\"" : ",").append((int) v);
		}
		out.append(String.format(Locale.ROOT, "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%.1f\"%s marker-end=\"url(#a)\"/>%n", d, rgb(colour), thickness,
				dash.isEmpty() ? "" : dash + "\""));
	}

	@Override
	public void text(String text, double x, double y, double width, int colour, boolean bold) {
		out.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" font-family=\"monospace\" font-size=\"%.1f\" fill=\"%s\"%s xml:space=\"preserve\">%s</text>%n", x, y + size,
				size, rgb(colour), bold ? " font-weight=\"bold\"" : "", escaped(text)));
	}

	private static String escaped(String s) {
		StringBuilder b = new StringBuilder();
		for (char c : s.toCharArray()) {
			switch (c) {
				case '&' -> b.append("&amp;");
				case '<' -> b.append("&lt;");
				case '>' -> b.append("&gt;");
				case '"' -> b.append("&quot;");
				default -> b.append(c < ' ' ? ' ' : c);
			}
		}
		return b.toString();
	}
}
