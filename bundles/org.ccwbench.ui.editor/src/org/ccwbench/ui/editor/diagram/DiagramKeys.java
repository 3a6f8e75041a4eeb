// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.diagram;

import java.util.Comparator;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/** The keyboard in the diagram: the arrows go from figure to figure, Tab in the order of the text. */
final class DiagramKeys {
	private final DiagramCanvas canvas;
	private final DiagramPage page;

	DiagramKeys(DiagramCanvas canvas, DiagramPage page) {
		this.canvas = canvas;
		this.page = page;
		canvas.addListener(SWT.KeyDown, this::key);
		canvas.addListener(SWT.Traverse, e -> {
			if (e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
				e.doit = !next(e.detail == SWT.TRAVERSE_TAB_NEXT ? 1 : -1);
				if (!e.doit) {
					e.detail = SWT.TRAVERSE_NONE;
				}
			}
		});
	}

	private Figure current() {
		return canvas.selected().isEmpty() ? null : canvas.selected().iterator().next();
	}

	private boolean next(int by) {
		List<Figure> all = canvas.drawn() == null ? List.of() : canvas.drawn().figures;
		int at = all.indexOf(current()) + by;
		if (current() == null && by < 0 || at < 0 || at >= all.size()) {
			return false;
		}
		go(all.get(at));
		return true;
	}

	private void key(Event e) {
		boolean control = (e.stateMask & SWT.MOD1) != 0;
		if (control && (e.character == '+' || e.keyCode == SWT.KEYPAD_ADD || e.keyCode == '=' || e.keyCode == '+')) {
			page.zoom(1);
		} else if (control && (e.keyCode == '-' || e.keyCode == SWT.KEYPAD_SUBTRACT)) {
			page.zoom(-1);
		} else if (control && (e.keyCode == '0' || e.keyCode == SWT.KEYPAD_0)) {
			page.zoom(0);
		} else if ((e.stateMask & SWT.ALT) != 0 && (e.keyCode == SWT.ARROW_UP || e.keyCode == SWT.ARROW_DOWN)) {
			page.shift(e.keyCode == SWT.ARROW_UP ? -1 : 1);
		} else if ((e.stateMask & SWT.MODIFIER_MASK) == 0) {
			plain(e);
		}
	}

	private void plain(Event e) {
		switch (e.keyCode) {
			case SWT.ARROW_UP, SWT.ARROW_DOWN, SWT.ARROW_LEFT, SWT.ARROW_RIGHT -> arrow(e.keyCode);
			case SWT.HOME -> ends(true);
			case SWT.END -> ends(false);
			case SWT.PAGE_DOWN -> canvas.view.to(canvas.view.left(), canvas.view.bottom());
			case SWT.PAGE_UP -> canvas.view.to(canvas.view.left(), canvas.view.top() * 2 - canvas.view.bottom());
			case SWT.INSERT -> page.add(Figure.Kind.CCW);
			case SWT.CR, SWT.KEYPAD_CR, SWT.F2 -> {
				if (current() != null) {
					page.edit(current());
				}
			}
			default -> {
				// typed somewhere else
			}
		}
	}

	private void ends(boolean first) {
		List<Figure> all = canvas.drawn() == null ? List.of() : canvas.drawn().figures;
		if (!all.isEmpty()) {
			go(all.get(first ? 0 : all.size() - 1));
		}
	}

	/** Along a link that leads that way, else to the nearest figure there. */
	private void arrow(int key) {
		Figure from = current();
		if (from == null) {
			ends(true);
			return;
		}
		canvas.drawn().links.stream().filter(l -> !l.sideways() && (key == SWT.ARROW_DOWN && l.from == from || key == SWT.ARROW_UP && l.to == from))
				.map(l -> l.from == from ? l.to : l.from).findFirst()
				.or(() -> canvas.drawn().figures.stream().filter(f -> f != from && lies(f, from, key)).min(Comparator.comparingDouble(f -> far(f, from, key))))
				.ifPresent(this::go);
	}

	private static boolean lies(Figure f, Figure from, int key) {
		return switch (key) {
			case SWT.ARROW_UP -> f.middleY() < from.y;
			case SWT.ARROW_DOWN -> f.middleY() > from.y + from.height;
			case SWT.ARROW_LEFT -> f.middleX() < from.x;
			default -> f.middleX() > from.x + from.width;
		};
	}

	private static double far(Figure f, Figure from, int key) {
		double dx = Math.abs(f.middleX() - from.middleX());
		double dy = Math.abs(f.middleY() - from.middleY());
		boolean vertical = key == SWT.ARROW_UP || key == SWT.ARROW_DOWN;
		return vertical ? dy + 3 * dx : dx + 3 * dy;
	}

	private void go(Figure f) {
		page.select(List.of(f));
		canvas.view.reveal(f);
	}
}
