// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewer;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.jface.viewers.ViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Item;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;

/** Columns of a table or tree whose rows are all of one type; the last column takes the width that is left. */
final class Columns<R> {
	private static final int PADDING = 14;
	private static final int PICTURE = 20;
	private final ColumnViewer viewer;
	private final Class<R> type;
	private final List<Item> columns = new ArrayList<>();
	private final List<Function<R, String>> texts = new ArrayList<>();
	private Function<R, String> background = r -> null;
	private Function<R, Boolean> faint = r -> false;
	private Function<R, Boolean> strong = r -> false;
	private Function<R, String> tip = r -> null;
	private int least;

	Columns(ColumnViewer viewer, Class<R> type) {
		this.viewer = viewer;
		this.type = type;
		ColumnViewerToolTipSupport.enableFor(viewer);
		control().addListener(SWT.Resize, e -> stretch());
	}

	private Control control() {
		return viewer.getControl();
	}

	/** Which of {@link Look}'s colours a row has, null for none. */
	Columns<R> background(Function<R, String> of) {
		background = of;
		return this;
	}

	Columns<R> faint(Function<R, Boolean> of) {
		faint = of;
		return this;
	}

	Columns<R> strong(Function<R, Boolean> of) {
		strong = of;
		return this;
	}

	Columns<R> tip(Function<R, String> of) {
		tip = of;
		return this;
	}

	/** Words, in the platform's font. */
	Columns<R> text(String title, int characters, Function<R, String> of) {
		return add(title, characters, false, SWT.LEFT, of, null);
	}

	/** Words with a picture. */
	Columns<R> text(String title, int characters, Function<R, String> of, Function<R, Image> picture) {
		return add(title, characters, false, SWT.LEFT, of, picture);
	}

	/** Addresses and bytes, in a font of fixed width. */
	Columns<R> mono(String title, int characters, Function<R, String> of) {
		return add(title, characters, true, SWT.LEFT, of, null);
	}

	/** Numbers, right-aligned. */
	Columns<R> number(String title, int characters, Function<R, String> of) {
		return add(title, characters, false, SWT.RIGHT, of, null);
	}

	private Columns<R> add(String title, int characters, boolean mono, int align, Function<R, String> of, Function<R, Image> picture) {
		int width = width(title, characters, mono) + (picture == null ? 0 : PICTURE);
		ViewerColumn column;
		Item item;
		if (viewer instanceof TableViewer table) {
			TableViewerColumn c = new TableViewerColumn(table, align);
			c.getColumn().setWidth(width);
			c.getColumn().setText(title);
			column = c;
			item = c.getColumn();
		} else {
			TreeViewerColumn c = new TreeViewerColumn((TreeViewer) viewer, align);
			c.getColumn().setWidth(width);
			c.getColumn().setText(title);
			column = c;
			item = c.getColumn();
		}
		least = width;
		columns.add(item);
		texts.add(of);
		column.setLabelProvider(new Labels(of, picture, mono));
		return this;
	}

	/** Another title for a column, from 0. */
	void title(int column, String text) {
		if (!columns.get(column).getText().equals(text)) {
			columns.get(column).setText(text);
		}
	}

	private int width(String title, int characters, boolean mono) {
		GC gc = new GC(control());
		gc.setFont(Look.bold());
		int head = gc.textExtent(title).x;
		gc.setFont(mono ? Look.mono() : control().getFont());
		int body = (int) Math.ceil(gc.getFontMetrics().getAverageCharacterWidth() * characters);
		gc.dispose();
		return Math.max(head, body) + PADDING;
	}

	private void stretch() {
		if (columns.isEmpty()) {
			return;
		}
		int left = control() instanceof Table t ? t.getClientArea().width : ((Tree) control()).getClientArea().width;
		for (Item item : columns.subList(0, columns.size() - 1)) {
			left -= item instanceof TableColumn c ? c.getWidth() : ((TreeColumn) item).getWidth();
		}
		int width = Math.max(least, left);
		Item last = columns.get(columns.size() - 1);
		if (last instanceof TableColumn c) {
			c.setWidth(width);
		} else {
			((TreeColumn) last).setWidth(width);
		}
	}

	/** Whether a row has a colour or a weight of its own, as text that differs if they do. */
	String look(R row) {
		return background.apply(row) + (faint.apply(row) ? ",faint" : "") + (strong.apply(row) ? ",strong" : "");
	}

	/** A row as its cells, for tests and for copying. */
	String line(R row) {
		StringBuilder b = new StringBuilder();
		for (Function<R, String> text : texts) {
			b.append(b.isEmpty() ? "" : "\t").append(text.apply(row));
		}
		return b.toString();
	}

	private final class Labels extends ColumnLabelProvider {
		private final Function<R, String> text;
		private final Function<R, Image> picture;
		private final boolean mono;

		Labels(Function<R, String> text, Function<R, Image> picture, boolean mono) {
			this.text = text;
			this.picture = picture;
			this.mono = mono;
		}

		@Override
		public String getText(Object element) {
			return text.apply(type.cast(element));
		}

		@Override
		public Image getImage(Object element) {
			return picture == null ? null : picture.apply(type.cast(element));
		}

		@Override
		public Font getFont(Object element) {
			return mono ? Look.mono() : strong.apply(type.cast(element)) ? Look.bold() : null;
		}

		@Override
		public Color getBackground(Object element) {
			String name = background.apply(type.cast(element));
			return name == null ? null : Look.colour(Display.getCurrent(), name);
		}

		@Override
		public Color getForeground(Object element) {
			return faint.apply(type.cast(element)) ? Look.colour(Display.getCurrent(), Look.FAINT) : null;
		}

		@Override
		public String getToolTipText(Object element) {
			return tip.apply(type.cast(element));
		}
	}
}
