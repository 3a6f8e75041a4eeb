// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.ccwbench.run.CcwRow;
import org.ccwbench.run.History;
import org.ccwbench.run.Progress;
import org.ccwbench.ui.ActiveRun;
import org.ccwbench.ui.TableClasses;
import org.ccwbench.ui.ThemeWatch;
import org.ccwbench.ui.editor.ProgramText;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.ConfigRegistry;
import org.eclipse.nebula.widgets.nattable.config.DefaultNatTableStyleConfiguration;
import org.eclipse.nebula.widgets.nattable.coordinate.Range;
import org.eclipse.nebula.widgets.nattable.edit.command.EditSelectionCommand;
import org.eclipse.nebula.widgets.nattable.edit.config.DefaultEditConfiguration;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.grid.data.DefaultColumnHeaderDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.grid.layer.DefaultColumnHeaderDataLayer;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.layer.event.StructuralRefreshEvent;
import org.eclipse.nebula.widgets.nattable.painter.cell.BackgroundPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.CheckBoxPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.ICellPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.TextPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.decorator.PaddingDecorator;
import org.eclipse.nebula.widgets.nattable.ui.util.CellEdgeEnum;
import org.eclipse.nebula.widgets.nattable.sort.config.DefaultSortConfiguration;
import org.eclipse.nebula.widgets.nattable.sort.painter.SortIconPainter;
import org.eclipse.nebula.widgets.nattable.sort.painter.SortableHeaderTextPainter;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.config.DefaultSelectionStyleConfiguration;
import org.eclipse.nebula.widgets.nattable.sort.SortHeaderLayer;
import org.eclipse.nebula.widgets.nattable.sort.config.SingleClickSortConfiguration;
import org.eclipse.nebula.widgets.nattable.style.CellStyleAttributes;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.style.HorizontalAlignmentEnum;
import org.eclipse.nebula.widgets.nattable.style.SelectionStyleLabels;
import org.eclipse.nebula.widgets.nattable.style.Style;
import org.eclipse.nebula.widgets.nattable.tooltip.NatTableContentTooltip;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** The NatTable and its layers. */
final class CcwGrid {
	private static final String PROBLEM = "problem";
	private static final String CURRENT = "current";
	private static final String FAILED = "failed";
	private static final String DONE = "done";
	private final NatTable table;
	private final SelectionLayer selection;
	private final DataLayer data;
	private final ViewportLayer viewport;
	/** What was read for the cells at a position, by address of the CCW. */
	private final Map<Long, Progress> read = new HashMap<>();
	private History readOf;
	private long readAt;
	/** Of the selected cell, also while none is selected. */
	private int column = Column.COMMAND.ordinal();

	CcwGrid(Composite parent, Rows rows, ProgramText text) {
		TableClasses.find();
		data = new DataLayer(rows);
		selection = new SelectionLayer(data, false);
		selection.addConfiguration(new org.eclipse.nebula.widgets.nattable.selection.config.DefaultSelectionLayerConfiguration());
		viewport = new ViewportLayer(selection);
		viewport.setRegionName(GridRegion.BODY);
		ConfigRegistry registry = new ConfigRegistry();
		var titles = new DefaultColumnHeaderDataLayer(new DefaultColumnHeaderDataProvider(Grid.titles()));
		var header = new SortHeaderLayer<>(new ColumnHeaderLayer(titles, viewport, selection), rows);
		CompositeLayer both = new CompositeLayer(1, 2);
		both.setChildLayer(GridRegion.COLUMN_HEADER, header, 0, 0);
		both.setChildLayer(GridRegion.BODY, viewport, 0, 1);
		both.addConfiguration(new DefaultEditConfiguration());
		CheckBoxPainter boxes = new CheckBoxPainter();
		both.addConfiguration(new Grid.Keys(boxes));
		data.setConfigLabelAccumulator((labels, column, row) -> {
			Column c = Column.values()[column];
			switch (c) {
				case COMMAND -> labels.addLabel(Grid.COMMAND);
				case ADDRESS -> labels.addLabel(Grid.ADDRESS);
				default -> {
					if (c.flag >= 0) {
						labels.addLabel(Grid.FLAG);
					}
				}
			}
			if (c == Column.AT || c == Column.ADDRESS || c == Column.COUNT || c == Column.LABEL || c == Column.COMMAND) {
				labels.addLabel(Grid.MONO);
			}
			marks(labels, rows, row, text.run());
		});
		table = new NatTable(parent, SWT.NO_BACKGROUND | SWT.NO_REDRAW_RESIZE | SWT.DOUBLE_BUFFERED | SWT.V_SCROLL | SWT.H_SCROLL, both, false);
		table.setConfigRegistry(registry);
		table.addConfiguration(new DefaultNatTableStyleConfiguration());
		table.addConfiguration(new SingleClickSortConfiguration());
		table.addConfiguration(new Grid.Cells(text, rows, boxes, this::anchor));
		table.addConfiguration(new Looks(parent));
		table.configure();
		ground();
		ThemeWatch.follow(table, () -> {
			new Looks(parent).configureRegistry(registry);
			ground();
			table.redraw();
		});
		sizes(titles);
		tips(rows);
		// Not as a binding: after a click, the table would take no key until it knew that no second one comes.
		table.addListener(SWT.MouseDoubleClick, e -> table.doCommand(new EditSelectionCommand(table, registry)));
	}

	private void ground() {
		table.setBackground(table.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
	}

	private void sizes(DataLayer titles) {
		GC gc = new GC(table);
		gc.setFont(JFaceResources.getTextFont());
		double width = gc.getFontMetrics().getAverageCharacterWidth();
		int height = gc.getFontMetrics().getHeight() + 8;
		gc.dispose();
		data.setDefaultRowHeight(height);
		titles.setDefaultRowHeight(height + 2);
		for (Column c : Column.values()) {
			data.setColumnWidthByPosition(c.ordinal(), (int) (c.width * width) + 18);
		}
	}

	private void tips(Rows rows) {
		new NatTableContentTooltip(table, GridRegion.BODY, GridRegion.COLUMN_HEADER) {
			@Override
			protected String getText(Event e) {
				int column = table.getColumnIndexByPosition(table.getColumnPositionByX(e.x));
				int row = table.getRowIndexByPosition(table.getRowPositionByY(e.y));
				if (column < 0) {
					return null;
				}
				boolean head = table.getRowPositionByY(e.y) == 0;
				return head ? Column.values()[column].tip : rows.problem(row);
			}
		};
	}

	private void marks(org.eclipse.nebula.widgets.nattable.layer.LabelStack labels, Rows rows, int row, ActiveRun run) {
		if (run != null && row >= 0 && row < rows.visible().size()) {
			switch (progress(run.history(), rows.visible().get(row).at())) {
				case CURRENT -> labels.addLabelOnTop(CURRENT);
				case FAILED -> labels.addLabelOnTop(FAILED);
				case DONE -> labels.addLabelOnTop(DONE);
				default -> {
					// not there yet
				}
			}
		}
		if (rows.problem(row) != null) {
			labels.addLabelOnTop(PROBLEM);
		}
	}

	/** A row has many cells, and each asks. */
	private Progress progress(History history, long address) {
		if (history != readOf || history.position() != readAt) {
			readOf = history;
			readAt = history.position();
			read.clear();
		}
		return read.computeIfAbsent(address, a -> {
			CcwRow row = history.ccw(a);
			return row == null ? Progress.PENDING : row.progress();
		});
	}

	NatTable table() {
		return table;
	}

	SelectionLayer selection() {
		return selection;
	}

	void reveal(int column) {
		viewport.moveColumnPositionIntoViewport(column);
	}

	int position(int column) {
		return viewport.underlyingToLocalColumnPosition(selection, column);
	}

	/** Row of the anchor of the selection; -1 if there is none. */
	int anchor() {
		return selection.getSelectionAnchor() == null ? -1 : selection.getSelectionAnchor().getRowPosition();
	}

	/** Lower left corner of the anchor of the selection. */
	Point place() {
		if (anchor() < 0) {
			return new Point(0, 0);
		}
		int column = position(selection.getSelectionAnchor().getColumnPosition());
		int row = viewport.underlyingToLocalRowPosition(selection, anchor()) + 1;
		Rectangle cell = table.getBoundsByPosition(Math.max(0, column), row);
		return cell == null ? new Point(0, 0) : new Point(cell.x, cell.y + cell.height);
	}

	Set<Integer> selectedRows() {
		Set<Integer> found = new HashSet<>();
		for (Range r : selection.getSelectedRowPositions()) {
			found.addAll(r.getMembers());
		}
		return found;
	}

	void select(Set<Integer> positions) {
		int anchor = selection.getSelectionAnchor().getColumnPosition();
		column = anchor < 0 ? column : anchor;
		selection.clear();
		int first = positions.stream().mapToInt(Integer::intValue).min().orElse(-1);
		for (int row : positions) {
			selection.selectCell(column, row, false, true);
		}
		if (first >= 0) {
			viewport.moveRowPositionIntoViewport(first);
		}
		table.redraw();
	}

	/** Whether a cell is being edited. */
	boolean editing() {
		return table.getActiveCellEditor() != null && !table.getActiveCellEditor().isClosed();
	}

	/** Shows the rows as they are now; the selected cell stays where it is. */
	void refresh() {
		if (table.getActiveCellEditor() != null) {
			table.getActiveCellEditor().close();
		}
		// The rows may be others, and then nothing is selected; the column of the selection stays.
		int anchor = selection.getSelectionAnchor().getColumnPosition();
		column = anchor < 0 ? column : anchor;
		data.fireLayerEvent(new StructuralRefreshEvent(data));
	}

	/** Colours of rows by what the run did with them, and of rows with a problem. */
	private static final class Looks extends org.eclipse.nebula.widgets.nattable.config.AbstractRegistryConfiguration {
		private final Map<String, RGB> colours = new HashMap<>();
		private final Composite parent;

		Looks(Composite parent) {
			this.parent = parent;
			boolean dark = org.eclipse.swt.widgets.Display.isSystemDarkTheme();
			colours.put(CURRENT, dark ? new RGB(38, 70, 104) : new RGB(204, 226, 248));
			colours.put(FAILED, dark ? new RGB(110, 40, 40) : new RGB(255, 214, 214));
			colours.put(DONE, dark ? new RGB(34, 62, 42) : new RGB(226, 244, 228));
			colours.put(PROBLEM, dark ? new RGB(96, 80, 24) : new RGB(255, 243, 205));
		}

		@Override
		public void configureRegistry(org.eclipse.nebula.widgets.nattable.config.IConfigRegistry registry) {
			colours.forEach((label, rgb) -> {
				Style style = new Style();
				style.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, new Color(rgb));
				registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style, DisplayMode.NORMAL, label);
			});
			paint(registry);
			select(registry);
			Style cell = new Style();
			cell.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, parent.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
			cell.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, parent.getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND));
			registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, cell, DisplayMode.NORMAL);
			Style header = new Style();
			header.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, parent.getBackground());
			header.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, parent.getForeground());
			header.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.LEFT);
			header.setAttributeValue(CellStyleAttributes.FONT, JFaceResources.getDialogFont());
			registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, header, DisplayMode.NORMAL, GridRegion.COLUMN_HEADER);
		}

		/** The system's colours of selected things; the cell with the keyboard in it has a frame. */
		private void select(org.eclipse.nebula.widgets.nattable.config.IConfigRegistry registry) {
			var display = parent.getDisplay();
			Style selected = new Style();
			selected.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, display.getSystemColor(SWT.COLOR_LIST_SELECTION));
			selected.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, display.getSystemColor(SWT.COLOR_LIST_SELECTION_TEXT));
			registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, selected, DisplayMode.SELECT);
			registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, selected, DisplayMode.SELECT, SelectionStyleLabels.SELECTION_ANCHOR_STYLE);
			Style header = new Style();
			header.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, parent.getBackground());
			header.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, parent.getForeground());
			header.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.LEFT);
			header.setAttributeValue(CellStyleAttributes.FONT, JFaceResources.getDialogFont());
			registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, header, DisplayMode.SELECT, GridRegion.COLUMN_HEADER);
			registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, header, DisplayMode.SELECT, SelectionStyleLabels.COLUMN_FULLY_SELECTED_STYLE);
		}

		/** Flat headers, and room between a text and the border of its cell. */
		private static void paint(org.eclipse.nebula.widgets.nattable.config.IConfigRegistry registry) {
			ICellPainter header = new BackgroundPainter(new PaddingDecorator(new SortableHeaderTextPainter(new TextPainter(false, false), CellEdgeEnum.RIGHT, new SortIconPainter(false), false, 4, true), 0, 2, 0, 6, false));
			registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, header, DisplayMode.NORMAL, GridRegion.COLUMN_HEADER);
			registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, header, DisplayMode.NORMAL, DefaultSortConfiguration.SORT_UP_CONFIG_TYPE);
			registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, header, DisplayMode.NORMAL, DefaultSortConfiguration.SORT_DOWN_CONFIG_TYPE);
			ICellPainter cell = new BackgroundPainter(new PaddingDecorator(new TextPainter(false, false), 0, 4, 0, 6, false));
			registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, cell, DisplayMode.NORMAL, GridRegion.BODY);
		}
	}
}
