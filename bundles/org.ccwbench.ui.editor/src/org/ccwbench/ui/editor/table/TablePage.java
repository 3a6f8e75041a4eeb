// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.ccwbench.notation.Edit;
import org.ccwbench.notation.Listing;
import org.ccwbench.notation.StatementEdits;
import org.ccwbench.ui.ActiveRun;
import org.ccwbench.ui.UiPlugin;
import org.ccwbench.ui.editor.Banner;
import org.ccwbench.ui.editor.Checked;
import org.ccwbench.ui.editor.Page;
import org.ccwbench.ui.editor.Pasting;
import org.ccwbench.ui.editor.ProgramText;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.layer.event.ILayerEvent;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectRowsCommand;
import org.eclipse.nebula.widgets.nattable.selection.event.ISelectionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** The table of CCWs. */
public final class TablePage implements Page, ActiveRun.Listener {
	private final Rows rows = new Rows(this::set);
	private ProgramText text;
	private Banner banner;
	private Text filter;
	private Label count;
	private CcwGrid grid;
	private boolean front;
	private boolean selecting;
	private Checked.State shown;

	@Override
	public String title() {
		return "Table";
	}

	@Override
	public Control create(Composite parent, ProgramText shared) {
		text = shared;
		Composite body = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
		banner = new Banner(body, text);
		tools(body);
		grid = new CcwGrid(body, rows, text);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(grid.table());
		grid.selection().addLayerListener(this::selected);
		grid.table().addListener(SWT.KeyDown, this::key);
		UiPlugin.activeRun().addListener(this);
		return body;
	}

	private void tools(Composite body) {
		Composite line = new Composite(body, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(4).margins(6, 4).spacing(10, 0).applyTo(line);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
		filter = new Text(line, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		filter.setMessage("Filter: label, command, flag, address, remark");
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(filter);
		filter.addListener(SWT.Modify, e -> {
			rows.filter(filter.getText());
			refresh();
		});
		Button numbers = new Button(line, SWT.CHECK);
		numbers.setText("Addresses in &hexadecimal");
		numbers.addListener(SWT.Selection, e -> {
			rows.numbers(numbers.getSelection());
			refresh();
		});
		Button add = new Button(line, SWT.PUSH);
		add.setText("&Add CCW");
		add.setToolTipText("Adds a CCW behind the selected one (Insert)");
		add.addListener(SWT.Selection, e -> insert());
		count = new Label(line, SWT.RIGHT);
		GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).hint(110, SWT.DEFAULT).applyTo(count);
	}

	@Override
	public void visible(boolean now) {
		front = now;
		if (front) {
			stateChanged();
			selectionChanged();
		}
	}

	@Override
	public void stateChanged() {
		if (front && !grid.table().isDisposed()) {
			banner.say(text.trouble());
			Checked.State now = text.shown();
			boolean same = shown != null && now != null && now.text().equals(shown.text());
			shown = now;
			rows.show(now);
			if (same && grid.editing()) {
				// What was found out about the text meanwhile does not end the editing of a cell.
				repaint();
			} else {
				refresh();
				selectionChanged();
			}
		}
	}

	private void refresh() {
		count.setText(rows.visible().size() == rows.total() ? rows.total() + (rows.total() == 1 ? " CCW" : " CCWs") : rows.visible().size() + " of " + rows.total() + " CCWs");
		grid.refresh();
	}

	@Override
	public void selectionChanged() {
		if (!front || selecting) {
			return;
		}
		Set<Integer> positions = rows.positions(text.selected(), text.selectedTo());
		if (!positions.equals(grid.selectedRows())) {
			selecting = true;
			grid.select(positions);
			selecting = false;
		}
	}

	private void selected(ILayerEvent event) {
		if (event instanceof ISelectionEvent && !selecting && front) {
			List<Integer> indices = chosen().stream().map(Listing.Row::index).sorted().toList();
			if (!indices.isEmpty()) {
				selecting = true;
				text.select(indices.get(0), indices.get(indices.size() - 1));
				selecting = false;
			}
		}
	}

	private List<Listing.Row> chosen() {
		List<Listing.Row> all = rows.visible();
		return new TreeSet<>(grid.selectedRows()).stream().filter(i -> i < all.size()).map(all::get).toList();
	}

	private void set(Listing.Row row, Column column, String typed) {
		text.edit(s -> {
			List<Edit> edits = new ArrayList<>();
			edits.add(s.edits().change(row.index(), c -> column.set((org.ccwbench.model.Ccw) c, row, typed)));
			return edits;
		});
	}

	private void key(Event e) {
		if (e.keyCode == SWT.INSERT && (e.stateMask & SWT.MODIFIER_MASK) == 0) {
			insert();
		} else if ((e.stateMask & SWT.MODIFIER_MASK) == SWT.ALT && (e.keyCode == SWT.ARROW_UP || e.keyCode == SWT.ARROW_DOWN)) {
			move(e.keyCode == SWT.ARROW_UP ? -1 : 1);
		}
	}

	private void insert() {
		List<Listing.Row> chosen = chosen();
		Listing.Row after = chosen.isEmpty() ? null : chosen.get(chosen.size() - 1);
		String format = after != null && !after.format1() ? "CCW0" : "CCW1";
		Pasting.insert(text, after == null ? -1 : after.index(), List.of("         " + format + "  NOP,0,SLI,1"));
	}

	/** Moves one row past the neighbour that the table shows in the order of the text. */
	private void move(int by) {
		List<Listing.Row> chosen = chosen();
		int at = chosen.size() != 1 ? -1 : text.shown().listing().indexOf(chosen.get(0));
		if (at >= 0 && at + by >= 0 && at + by < text.shown().listing().size()) {
			int from = chosen.get(0).index();
			int to = text.shown().listing().get(at + by).index();
			if (text.edit(s -> s.edits().move(from, by < 0 ? to : to + 1))) {
				text.selectLater(to, to);
			}
		}
	}

	@Override
	public String copied() {
		StringBuilder b = new StringBuilder();
		for (Listing.Row r : chosen()) {
			b.append(StatementEdits.line(r.statement())).append('\n');
		}
		return b.toString();
	}

	@Override
	public void paste(String pasted) {
		List<Listing.Row> chosen = chosen();
		Pasting.paste(text, chosen.isEmpty() ? -1 : chosen.get(chosen.size() - 1).index(), pasted);
	}

	@Override
	public void delete() {
		List<Listing.Row> gone = chosen();
		text.edit(s -> gone.stream().map(r -> s.edits().remove(r.index())).toList());
	}

	@Override
	public void selectAll() {
		grid.table().doCommand(new SelectRowsCommand(grid.selection(), 0, java.util.stream.IntStream.range(0, rows.getRowCount()).toArray(), false, true, -1));
	}

	@Override
	public void setFocus() {
		grid.table().setFocus();
	}

	@Override
	public void runChanged() {
		repaint();
	}

	@Override
	public void positionChanged() {
		repaint();
	}

	private void repaint() {
		if (front && !grid.table().isDisposed()) {
			grid.table().redraw();
		}
	}

	@Override
	public void dispose() {
		UiPlugin.activeRun().removeListener(this);
	}

	@Override
	public Control control() {
		return grid.table();
	}

	@Override
	public Point place() {
		return grid.place();
	}

	/** For tests: the table, its filter, and what the rows show. */
	public NatTable table() {
		return grid.table();
	}

	/** Scrolls a column into view. */
	public void reveal(int column) {
		grid.reveal(column);
	}

	/** Where a column is among those that are to be seen. */
	public int position(int column) {
		return grid.position(column);
	}

	public Text filter() {
		return filter;
	}

	public String banner() {
		return banner.said();
	}

	public List<String> lines() {
		List<String> lines = new ArrayList<>();
		for (int r = 0; r < rows.getRowCount(); r++) {
			StringBuilder b = new StringBuilder();
			for (Column c : Column.values()) {
				String value = c.text(rows.visible().get(r), false);
				b.append(value.isEmpty() || c == Column.LINE ? "" : (b.isEmpty() ? "" : " ") + value);
			}
			lines.add(b.toString());
		}
		return lines;
	}
}
