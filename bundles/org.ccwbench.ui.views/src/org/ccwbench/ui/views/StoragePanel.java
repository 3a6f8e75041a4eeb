// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.Arrays;
import java.util.TreeMap;

import org.ccwbench.arch.Ebcdic;
import org.ccwbench.run.Place;
import org.ccwbench.run.SpaceView;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;

/** A dump of one address space, with what changed and what is selected marked in it. */
final class StoragePanel {
	/** Told of the bytes that the user selected. */
	interface Chosen {
		void bytes(String space, long address, long length);
	}

	/** Takes bytes that the user typed. */
	interface Typed {
		/** @return whether it was taken, so that the caret goes on */
		boolean put(String space, long address, int value);

		/** Undo, or redo. */
		void undo(boolean again);
	}

	final Composite body;
	private final Label title;
	private final StyledText text;
	private SpaceView space;
	private Dump last;
	private Dump before;
	private long shownAt = -1;
	private Point told = new Point(-1, -1);

	StoragePanel(Composite parent, Chosen chosen, Typed typed) {
		body = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
		title = new Label(body, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).indent(6, 1).applyTo(title);
		text = new StyledText(body, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL);
		text.setFont(Look.mono());
		text.setMargins(6, 4, 6, 4);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(text);
		text.addListener(SWT.KeyDown, e -> key(e, typed));
		text.addListener(SWT.MouseUp, e -> tell(chosen));
		text.addListener(SWT.KeyUp, e -> tell(chosen));
	}

	/** A hexadecimal digit among the digits, any character among the characters. */
	private void key(Event e, Typed typed) {
		if ((e.stateMask & SWT.MOD1) != 0 && (e.keyCode == 'z' || e.keyCode == 'y')) {
			typed.undo(e.keyCode == 'y' || (e.stateMask & SWT.MOD2) != 0);
			return;
		}
		int at = text.getSelection().x;
		if (last == null || e.character < ' ' || e.character == SWT.DEL || (e.stateMask & (SWT.MOD1 | SWT.ALT)) != 0) {
			return;
		}
		int index = last.byteAt(at);
		if (last.bytes()[index] < 0) {
			return;
		}
		boolean characters = last.amongCharacters(at);
		if (characters && e.character > 0xFF) {
			title.setText(space.title() + ": “" + e.character + "” has no EBCDIC code");
			return;
		}
		int digit = Character.digit(e.character, 16);
		boolean low = !characters && at > last.hexAt(index);
		int value = characters ? Ebcdic.IBM037.encode(String.valueOf(e.character))[0] & 0xFF
				: low ? last.bytes()[index] & 0xF0 | digit : last.bytes()[index] & 0x0F | digit << 4;
		if ((characters || digit >= 0) && typed.put(space.id(), last.from() + index, value)) {
			// The text of the program is looked at a little later; the next key goes on from here.
			last.bytes()[index] = value;
			text.replaceTextRange(last.hexAt(index), 2, String.format("%02X", value));
			text.replaceTextRange(last.characterAt(index), 1, String.valueOf(Ebcdic.printable(value)));
			int next = Math.min(index + 1, last.bytes().length - 1);
			text.setSelection(characters ? last.characterAt(next) : low ? last.hexAt(next) : last.hexAt(index) + 1);
		}
	}

	private void tell(Chosen chosen) {
		Point now = text.getSelection();
		if (last != null && !now.equals(told)) {
			told = now;
			int first = last.byteAt(now.x);
			int end = now.y > now.x ? last.byteAt(now.y - 1) : first;
			chosen.bytes(space.id(), last.from() + first, Math.max(1, end - first + 1));
		}
	}

	void forget() {
		last = null;
		before = null;
	}

	/**
	 * @param from     -1 if the address is not mapped so far
	 * @param position that the bytes are of: what is marked as changed changed since another one was shown
	 */
	void show(SpaceView of, long from, int line, long position) {
		space = of;
		title.setText(of.title() + (from < 0 ? ": not mapped" : ""));
		if (from < 0) {
			forget();
			text.setText("");
			return;
		}
		Dump now = Dump.of(of, from, line);
		boolean same = last != null && last.sameAs(now);
		if (!same || !Arrays.equals(last.bytes(), now.bytes())) {
			int top = text.getTopIndex();
			Point selection = text.getSelection();
			text.setText(now.text());
			if (same) {
				text.setSelectionRange(selection.x, selection.y - selection.x);
				text.setTopIndex(top);
			}
		}
		if (!same || position != shownAt) {
			before = same ? last : null;
			shownAt = position;
		}
		last = now;
	}

	/** Marks what changed, and what belongs to the selection; null if nothing is selected. */
	void mark(Place place) {
		if (last == null) {
			return;
		}
		TreeMap<Integer, StyleRange> ranges = new TreeMap<>();
		if (before != null) {
			Color changed = Look.colour(text.getDisplay(), Look.CHANGED);
			for (int[] range : last.changes(before)) {
				ranges.put(range[0], new StyleRange(range[0], range[1], null, changed));
			}
		}
		long at = place == null || place.length() == 0 ? -1 : place.in(space.id());
		if (at != -1) {
			Color selected = Look.colour(text.getDisplay(), Look.SELECTED);
			long from = Math.max(at, last.from());
			long to = Math.min(at + place.length(), last.from() + last.bytes().length);
			for (long a = from; a < to; a++) {
				int hex = last.hexAt(last.index(a));
				int character = last.characterAt(last.index(a));
				ranges.put(hex, new StyleRange(hex, 2, null, selected));
				ranges.put(character, new StyleRange(character, 1, null, selected));
			}
		}
		StyleRange[] now = ranges.values().toArray(StyleRange[]::new);
		// The text without its old ranges has none: only then is there something to take away.
		if (now.length > 0 || text.getStyleRanges().length > 0) {
			text.setStyleRanges(now);
		}
	}

	/** Brings the first byte of the selection into view. */
	void reveal(Place place) {
		int index = last == null ? -1 : last.index(place.in(space.id()));
		if (index >= 0) {
			int row = text.getLineAtOffset(last.hexAt(index));
			int rows = Math.max(1, text.getClientArea().height / text.getLineHeight());
			if (row < text.getTopIndex() || row >= text.getTopIndex() + rows) {
				text.setTopIndex(Math.max(0, row - 1));
			}
		}
	}

	boolean has(long address) {
		return last != null && last.index(address) >= 0;
	}

	String title() {
		return title.getText();
	}

	StyledText text() {
		return text;
	}

	/** The bytes that are marked as selected, in hexadecimal; for tests. */
	String marked() {
		StringBuilder b = new StringBuilder();
		Color selected = Look.colour(text.getDisplay(), Look.SELECTED);
		for (int i = 0; last != null && i < last.bytes().length; i++) {
			StyleRange style = text.getStyleRangeAtOffset(last.hexAt(i));
			if (style != null && selected.equals(style.background)) {
				b.append(String.format("%02X", last.bytes()[i]));
			}
		}
		return b.toString();
	}

	/** Where in the widget the digits or the character of a byte are; for tests. */
	Point place(long address, boolean character) {
		int index = last.index(address);
		Point p = text.getLocationAtOffset(character ? last.characterAt(index) : last.hexAt(index));
		return new Point(p.x + 2, p.y + text.getLineHeight() / 2);
	}
}
