// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.diagram;

import java.util.List;

/** What a drawing needs of a screen, a printer or a file. Colours are 0xRRGGBB. */
interface Pen {
	/** A box with round corners and a frame. */
	void box(double x, double y, double width, double height, int fill, int frame, double thickness);

	/** A box without a frame. */
	void bar(double x, double y, double width, double height, int fill);

	/** A line through points; with an arrow at its end. */
	void line(List<Link.Point> points, int colour, double thickness, double[] dashes);

	/** A line of text whose upper left corner is at a place, cut to a width. */
	void text(String text, double x, double y, double width, int colour, boolean bold);
}
