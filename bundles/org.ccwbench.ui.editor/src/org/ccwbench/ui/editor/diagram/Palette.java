// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.diagram;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** What can be put into the diagram: a click adds it behind what is selected, dragging puts it where it is let go. */
final class Palette {
	/** What the palette asks for. */
	interface Target {
		void add(Figure.Kind kind);

		/** While an item is dragged; places are those of the display. */
		void over(Figure.Kind kind, Point at);

		void drop(Figure.Kind kind, Point at);
	}

	private static final int FAR = 6;

	private Palette() {}

	static Composite create(Composite parent, Target target, DiagramCanvas canvas) {
		Composite palette = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).equalWidth(true).margins(6, 6).spacing(4, 4).applyTo(palette);
		item(palette, Figure.Kind.ORB, "&ORB", "An operation-request block that starts the program", target);
		item(palette, Figure.Kind.CCW, "&CCW", "A channel-command word, chained to the one before it", target);
		item(palette, Figure.Kind.TIC, "&TIC", "A transfer in channel", target);
		item(palette, Figure.Kind.IDAL, "&IDAL", "An indirect-data-address list for the selected CCW", target);
		item(palette, Figure.Kind.MIDAL, "&MIDAL", "A modified-indirect-data-address list for the selected CCW", target);
		item(palette, Figure.Kind.DATA, "&Data", "Room for data, for the selected CCW", target);
		Composite legend = new Composite(palette, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 2).extendedMargins(0, 0, 6, 0).applyTo(legend);
		GridDataFactory.fillDefaults().span(3, 1).applyTo(legend);
		for (Link.Kind k : Link.Kind.values()) {
			legend(legend, k, canvas);
		}
		// Half a legend is worse than none: it is there where all of it has room.
		palette.addListener(SWT.Resize, e -> legend.setVisible(palette.computeSize(SWT.DEFAULT, SWT.DEFAULT).y <= palette.getSize().y));
		return palette;
	}

	private static void item(Composite parent, Figure.Kind kind, String name, String tip, Target target) {
		Button button = new Button(parent, SWT.PUSH);
		button.setText(name);
		button.setToolTipText(tip + ". Click adds it behind what is selected; drag it to where it belongs");
		button.setData(kind);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
		Point[] from = new Point[1];
		boolean[] dragging = new boolean[1];
		button.addListener(SWT.MouseDown, e -> {
			from[0] = button.toDisplay(e.x, e.y);
			dragging[0] = false;
		});
		button.addListener(SWT.MouseMove, e -> {
			if (from[0] != null && (e.stateMask & SWT.BUTTON1) != 0) {
				Point at = button.toDisplay(e.x, e.y);
				dragging[0] |= Math.abs(at.x - from[0].x) + Math.abs(at.y - from[0].y) > FAR;
				if (dragging[0]) {
					target.over(kind, at);
				}
			}
		});
		button.addListener(SWT.MouseUp, e -> {
			if (dragging[0]) {
				target.drop(kind, button.toDisplay(e.x, e.y));
			}
			from[0] = null;
		});
		button.addListener(SWT.Selection, e -> {
			if (!dragging[0]) {
				target.add(kind);
			}
			dragging[0] = false;
		});
	}

	private static void legend(Composite parent, Link.Kind kind, DiagramCanvas canvas) {
		Composite line = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 0).applyTo(line);
		Canvas sample = new Canvas(line, SWT.NONE);
		GridDataFactory.swtDefaults().hint(34, 14).applyTo(sample);
		sample.addListener(SWT.Paint, e -> {
			GC gc = e.gc;
			Rectangle area = sample.getClientArea();
			new ScreenPen(gc, canvas.plain(), canvas.bold()).line(java.util.List.of(new Link.Point(1, area.height / 2.0), new Link.Point(area.width - 2, area.height / 2.0)),
					canvas.colours().line(kind), 1.6, Colours.dashes(kind));
		});
		Label words = new Label(line, SWT.NONE);
		words.setText(kind.words);
	}
}
