// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;

import org.ccwbench.ui.CopiedText;
import org.ccwbench.ui.TableClasses;
import org.ccwbench.ui.ThemeWatch;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.ConfigRegistry;
import org.eclipse.nebula.widgets.nattable.config.DefaultNatTableStyleConfiguration;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.command.ClientAreaResizeCommand;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.grid.data.DefaultColumnHeaderDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.grid.layer.DefaultColumnHeaderDataLayer;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.layer.LabelStack;
import org.eclipse.nebula.widgets.nattable.layer.event.StructuralRefreshEvent;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.config.DefaultRowSelectionLayerConfiguration;
import org.eclipse.nebula.widgets.nattable.selection.event.RowSelectionEvent;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;

/** A table of any number of rows, each asked for when it is painted; there is no object a row. */
final class LongTable {
	/** @param characters width */
	record Column(String title, int characters, boolean mono, boolean right, IntFunction<String> text) {}

	private static final int PADDING = 12;
	/** Rows that are copied at once. */
	private static final int MOST = 100_000;
	private final List<Column> columns;
	private final IntSupplier size;
	private final DataLayer data;
	private final SelectionLayer selection;
	private final ViewportLayer viewport;
	private final NatTable table;
	private IntFunction<String> background = row -> null;
	private IntConsumer selected = row -> { };
	private Rectangle known = new Rectangle(0, 0, 0, 0);
	private boolean quiet;

	/** @param size number of rows now */
	LongTable(Composite parent, String name, IntSupplier size, List<Column> columns) {
		TableClasses.find();
		this.columns = columns;
		this.size = size;
		data = new DataLayer(new Cells());
		selection = new SelectionLayer(data, false);
		selection.addConfiguration(new DefaultRowSelectionLayerConfiguration());
		viewport = new ViewportLayer(selection);
		viewport.setRegionName(GridRegion.BODY);
		DataLayer titles = new DefaultColumnHeaderDataLayer(new DefaultColumnHeaderDataProvider(
				columns.stream().map(Column::title).toArray(String[]::new)));
		CompositeLayer all = new CompositeLayer(1, 2);
		all.setChildLayer(GridRegion.COLUMN_HEADER, new ColumnHeaderLayer(titles, viewport, selection), 0, 0);
		all.setChildLayer(GridRegion.BODY, viewport, 0, 1);
		data.setConfigLabelAccumulator(this::labels);
		table = new NatTable(parent, SWT.NO_BACKGROUND | SWT.NO_REDRAW_RESIZE | SWT.DOUBLE_BUFFERED | SWT.V_SCROLL | SWT.H_SCROLL, all, false);
		table.setConfigRegistry(new ConfigRegistry());
		table.addConfiguration(new DefaultNatTableStyleConfiguration());
		table.addConfiguration(new TableColours(table.getFont()));
		table.configure();
		table.setBackground(table.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
		ThemeWatch.follow(table, () -> {
			new TableColours(table.getFont()).configureRegistry(table.getConfigRegistry());
			table.setBackground(table.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
			table.redraw();
		});
		sizes(titles);
		selection.addLayerListener(e -> {
			if (e instanceof RowSelectionEvent && !quiet && selection.getSelectedRowCount() == 1) {
				selected.accept(row());
			}
		});
		table.addListener(SWT.KeyDown, e -> {
			if (e.keyCode == 'c' && (e.stateMask & SWT.MOD1) != 0) {
				copy();
			}
		});
		table.getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent e) {
				int row = row();
				e.result = row < 0 || row >= size.getAsInt() ? name : name + ": " + line(row);
			}
		});
		GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
	}

	private void labels(LabelStack labels, int column, int row) {
		String colour = row < size.getAsInt() ? background.apply(row) : null;
		if (colour != null) {
			labels.addLabel(colour);
		}
		if (columns.get(column).mono) {
			labels.addLabel(TableColours.MONO);
		}
		if (columns.get(column).right) {
			labels.addLabel(TableColours.RIGHT);
		}
	}

	private void sizes(DataLayer titles) {
		GC gc = new GC(table);
		gc.setFont(Look.mono());
		double mono = gc.getFontMetrics().getAverageCharacterWidth();
		int height = gc.getFontMetrics().getHeight() + 6;
		gc.setFont(table.getFont());
		double plain = gc.getFontMetrics().getAverageCharacterWidth();
		for (int i = 0; i < columns.size(); i++) {
			Column c = columns.get(i);
			int body = (int) Math.ceil(c.characters * (c.mono ? mono : plain));
			gc.setFont(Look.bold());
			data.setColumnWidthByPosition(i, Math.max(body, gc.textExtent(c.title).x) + PADDING);
		}
		gc.dispose();
		data.setDefaultRowHeight(height);
		titles.setDefaultRowHeight(height + 2);
		table.addListener(SWT.Resize, e -> stretch());
		table.addListener(SWT.Paint, e -> {
			if (!table.getClientArea().equals(known)) {
				table.getDisplay().asyncExec(() -> {
					if (!table.isDisposed()) {
						refresh(false);
					}
				});
			}
		});
	}

	/** The last column takes what is left. */
	private void stretch() {
		int last = columns.size() - 1;
		int left = table.getClientArea().width - data.getStartXOfColumnPosition(last);
		int least = columns.get(last).characters * 6 + PADDING;
		if (left > 0 && data.getColumnWidthByPosition(last) != Math.max(left, least)) {
			data.setColumnWidthByPosition(last, Math.max(left, least));
		}
	}

	/** Which of {@link Look}'s colours a row has, null for none. */
	LongTable background(IntFunction<String> of) {
		background = of;
		return this;
	}

	/** What is to be done when the user chooses a row. */
	LongTable selected(IntConsumer what) {
		selected = what;
		return this;
	}

	NatTable control() {
		return table;
	}

	/** Paints anew what may have another text, or another number of rows. */
	void refresh(boolean otherRows) {
		Rectangle area = table.getClientArea();
		if (!area.equals(known) && table.isVisible()) {
			// What it was told of its size while it could not be seen, it has taken for nothing.
			known = area;
			stretch();
			table.doCommand(new ClientAreaResizeCommand(table));
		}
		if (otherRows) {
			data.fireLayerEvent(new StructuralRefreshEvent(data));
		}
		table.redraw();
	}

	/** Paints anew two rows that alone may look otherwise now; a row that is not there is left out. */
	void refresh(long one, long other) {
		if (!table.getClientArea().equals(known)) {
			refresh(false);
			return;
		}
		paint(one);
		paint(other);
	}

	private void paint(long row) {
		int at = row < 0 || row >= size.getAsInt() ? -1 : viewport.getRowPositionByIndex((int) row);
		if (at >= 0 && at < viewport.getRowCount()) {
			table.repaintRow(at + 1);
		}
	}

	/** The row that is chosen, -1 if none is. */
	int row() {
		return selection.getSelectionAnchor() == null ? -1 : selection.getSelectionAnchor().getRowPosition();
	}

	/** Chooses a row without telling anybody, and brings it into view. */
	void show(int row) {
		if (row >= 0 && row < size.getAsInt()) {
			quiet = true;
			try {
				selection.selectRow(0, row, false, false);
				viewport.moveRowPositionIntoViewport(row);
			} finally {
				quiet = false;
			}
		}
	}

	/** Chooses a row as a click does. */
	void choose(int row) {
		selection.selectRow(0, row, false, false);
		viewport.moveRowPositionIntoViewport(row);
	}

	/** Brings a row into view. */
	void reveal(int row) {
		if (row >= 0 && row < size.getAsInt()) {
			viewport.moveRowPositionIntoViewport(row);
		}
	}

	/** A row as its cells. */
	String line(int row) {
		StringBuilder b = new StringBuilder();
		for (Column c : columns) {
			b.append(b.isEmpty() ? "" : "\t").append(c.text.apply(row));
		}
		return b.toString();
	}

	/** The first rows as text, at most so many. */
	List<String> lines(int most) {
		List<String> lines = new ArrayList<>();
		for (int i = 0; i < Math.min(most, size.getAsInt()); i++) {
			lines.add(line(i));
		}
		return lines;
	}

	private void copy() {
		StringBuilder text = new StringBuilder();
		int n = 0;
		for (var range : selection.getSelectedRowPositions()) {
			for (int row = range.start; row < range.end && n < MOST; row++, n++) {
				text.append(line(row)).append('\n');
			}
		}
		CopiedText.put(text.toString());
	}

	private final class Cells implements IDataProvider {
		@Override
		public Object getDataValue(int column, int row) {
			return row < size.getAsInt() ? columns.get(column).text.apply(row) : "";
		}

		@Override
		public void setDataValue(int column, int row, Object value) {}

		@Override
		public int getColumnCount() {
			return columns.size();
		}

		@Override
		public int getRowCount() {
			return size.getAsInt();
		}
	}
}
