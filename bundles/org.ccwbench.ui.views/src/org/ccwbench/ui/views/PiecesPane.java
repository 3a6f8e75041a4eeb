// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

import org.ccwbench.arch.Ebcdic;
import org.ccwbench.device.DeviceSight;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** Records, blocks, cards or lines as a table, and the bytes of the one that is selected beside it. */
final class PiecesPane {
	private static final int SHOWN = 1 << 14;
	private static final int BEGIN = 48;
	private static final int LINE = 16;
	private final SashForm body;
	private final Rows<Row> rows;
	private final Label title;
	private final StyledText dump;
	private final IntConsumer chosen;
	private List<Row> all = List.of();
	private int under = -1;
	private byte[] bytes = new byte[0];
	private String shown = "";
	private boolean latin;

	/** A line of the table; its text is read when it is painted. */
	private static final class Row {
		private final int index;
		private final String name;
		private final String where;
		private final String lengths;
		private final boolean open;
		private final String title;
		private final int key;
		private final Supplier<byte[]> content;
		private String begin;

		Row(int index, String name, String where, String lengths, boolean open, String title, int key, String begin, Supplier<byte[]> content) {
			this.index = index;
			this.name = name;
			this.where = where;
			this.lengths = lengths;
			this.open = open;
			this.title = title;
			this.key = key;
			this.begin = begin;
			this.content = content;
		}

		String begin() {
			if (begin == null) {
				byte[] b = content.get();
				StringBuilder s = new StringBuilder();
				for (int i = 0; i < Math.min(BEGIN, b.length); i++) {
					s.append(Ebcdic.printable(b[i] & 0xFF));
				}
				begin = s.toString();
			}
			return begin;
		}
	}

	/**
	 * @param chosen  is told the index of the piece whose bytes are shown
	 * @param pointed is told the index of the piece that the user selected
	 */
	PiecesPane(Composite parent, IntConsumer chosen, IntConsumer pointed) {
		this.chosen = chosen;
		body = new SashForm(parent, SWT.HORIZONTAL);
		rows = new Rows<>(body, Row.class);
		rows.columns().text("Record", 8, r -> r.name).text("Where", 19, r -> r.where).number("Bytes", 7, r -> r.lengths)
				.mono("Begins with", 20, Row::begin)
				.background(r -> r.index == under ? Look.CURRENT : null)
				.faint(r -> !r.open)
				.tip(r -> r.title);
		rows.viewer().addSelectionChangedListener(e -> {
			int i = rows.viewer().getTable().getSelectionIndex();
			if (i >= 0) {
				content(i);
				chosen.accept(i);
				if (rows.viewer().getTable().isFocusControl()) {
					pointed.accept(i);
				}
			}
		});
		Composite right = new Composite(body, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(right);
		title = new Label(right, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).indent(6, 1).applyTo(title);
		dump = new StyledText(right, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL);
		dump.setFont(Look.mono());
		dump.setMargins(6, 4, 6, 4);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(dump);
		body.setWeights(52, 48);
	}

	Control control() {
		return body;
	}

	void show(DeviceSight.Strip strip) {
		rows.columns().title(0, strip.unit());
		rows.columns().title(1, "Where");
		rows.columns().title(3, "Begins with");
		List<Row> now = new ArrayList<>();
		for (DeviceSight.Piece p : strip.pieces()) {
			boolean data = p.kind() == DeviceSight.Kind.DATA;
			String lengths = !data ? "" : p.length() < 0 ? "packed" : p.keyLength() > 0 ? p.keyLength() + "+" + p.length() : String.format("%,d", p.length());
			String about = (data ? strip.unit() + " " + p.name() + ", " : "") + p.place() + (p.keyLength() > 0 ? ", key of " + p.keyLength() + " bytes" : "")
					+ (p.open() ? "" : "; outside of the extent");
			now.add(new Row(now.size(), p.name(), p.place(), lengths, p.open(), about, p.keyLength(), data ? null : "", p.content()));
		}
		latin = false;
		show(now, strip.under());
	}

	void show(DeviceSight.Lines lines) {
		rows.columns().title(0, lines.unit());
		rows.columns().title(1, "");
		rows.columns().title(3, "Text");
		List<Row> now = new ArrayList<>();
		for (DeviceSight.Line l : lines.lines()) {
			now.add(new Row(now.size(), l.number(), l.mark(), Integer.toString(l.text().length()), true, lines.unit() + " " + l.number(), 0, l.text(), l.content()));
		}
		latin = lines.latin();
		show(now, lines.current());
	}

	private void show(List<Row> now, int current) {
		int selected = rows.viewer().getTable().getSelectionIndex();
		boolean moved = current != under || now.size() != all.size();
		all = now;
		under = current;
		rows.show(now, 0, false);
		select(moved || selected < 0 ? Math.max(0, current) : selected);
		if (now.isEmpty()) {
			put("", new byte[0], 0);
		}
	}

	void forget() {
		rows.forget();
		all = List.of();
		under = -1;
	}

	/** Index of the piece that the head is at; -1 if there is none. */
	int under() {
		return under;
	}

	/** Shows the bytes of a piece, by its index. */
	void select(int index) {
		if (index >= 0 && index < all.size()) {
			rows.viewer().setSelection(new StructuredSelection(all.get(index)), true);
			content(index);
			chosen.accept(index);
		}
	}

	private void content(int index) {
		Row r = all.get(index);
		put(r.title, r.content.get(), r.key);
	}

	/** What was otherwise before, under the same title, is marked. */
	private void put(String of, byte[] now, int key) {
		boolean same = of.equals(shown) && now.length == bytes.length;
		if (same && Arrays.equals(now, bytes)) {
			return;
		}
		title.setText(of + (now.length > SHOWN ? String.format("; the first %,d of %,d bytes", SHOWN, now.length) : ""));
		int n = Math.min(SHOWN, now.length);
		StringBuilder text = new StringBuilder();
		List<StyleRange> marks = new ArrayList<>();
		for (int at = 0; at < n; at += LINE) {
			text.append(String.format("%04X  ", at));
			for (int k = 0; k < LINE; k++) {
				if (at + k < n && same && now[at + k] != bytes[at + k]) {
					marks.add(new StyleRange(text.length(), 2, null, Look.colour(dump.getDisplay(), Look.CHANGED)));
				} else if (at + k < key) {
					marks.add(new StyleRange(text.length(), 2, Look.colour(dump.getDisplay(), Look.FAINT), null));
				}
				text.append(at + k < n ? String.format("%02X", now[at + k]) : "  ").append(k % 4 == 3 ? " " : "");
			}
			text.append(' ');
			for (int k = at; k < Math.min(n, at + LINE); k++) {
				text.append(character(now[k] & 0xFF));
			}
			text.append('\n');
		}
		dump.setText(text.toString());
		dump.setStyleRanges(marks.toArray(StyleRange[]::new));
		bytes = now;
		shown = of;
	}

	private char character(int b) {
		return !latin ? Ebcdic.printable(b) : b >= 0x20 && b < 0x7F || b > 0xA0 ? (char) b : '.';
	}

	List<String> lines() {
		return rows.lines();
	}

	String content() {
		return title.getText() + "\n" + dump.getText();
	}
}
