// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import org.ccwbench.notation.Finding;
import org.ccwbench.notation.Listing;
import org.ccwbench.notation.Problem;
import org.ccwbench.ui.editor.Checked;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.sort.ISortModel;
import org.eclipse.nebula.widgets.nattable.sort.SortDirectionEnum;

/** The rows as they are filtered and sorted, with what is wrong with each. */
final class Rows implements IDataProvider, ISortModel {
	/** Changes a cell: row and column, and what was typed. */
	interface Change {
		void set(Listing.Row row, Column column, String typed);
	}

	private final Change change;
	private List<Listing.Row> all = List.of();
	private List<Listing.Row> visible = List.of();
	private Map<Integer, String> problems = Map.of();
	private String filter = "";
	private boolean numbers;
	private Column sorted;
	private SortDirectionEnum direction = SortDirectionEnum.NONE;

	Rows(Change change) {
		this.change = change;
	}

	void show(Checked.State state) {
		all = state == null ? List.of() : state.listing();
		problems = state == null ? Map.of() : problems(state);
		arrange();
	}

	private static Map<Integer, String> problems(Checked.State state) {
		Map<Integer, String> map = new HashMap<>();
		BiConsumer<Problem, Integer> put = (p, at) -> map.merge(at, p.message(), (a, b) -> a + "\n" + b);
		for (Finding f : state.findings()) {
			put.accept(f.problem(), state.edits().indexAt(f.problem().offset()));
		}
		for (Problem p : state.image().problems()) {
			put.accept(p, state.edits().indexAt(Math.min(p.offset(), state.text().length())));
		}
		return map;
	}

	/** What is wrong with a row; null if nothing is. */
	String problem(int row) {
		return row < 0 || row >= visible.size() ? null : problems.get(visible.get(row).index());
	}

	void filter(String words) {
		filter = words.strip().toLowerCase(Locale.ROOT);
		arrange();
	}

	/** Whether addresses are shown in hexadecimal. */
	void numbers(boolean on) {
		numbers = on;
		arrange();
	}

	private void arrange() {
		List<Listing.Row> rows = new ArrayList<>();
		String[] words = filter.isEmpty() ? new String[0] : filter.split("\\s+");
		for (Listing.Row r : all) {
			if (fits(r, words)) {
				rows.add(r);
			}
		}
		if (sorted != null && direction != SortDirectionEnum.NONE) {
			Comparator<Listing.Row> order = sorted.order();
			rows.sort(direction == SortDirectionEnum.DESC ? order.reversed() : order);
		}
		visible = rows;
	}

	private boolean fits(Listing.Row row, String[] words) {
		for (String w : words) {
			boolean found = false;
			for (Column c : Column.values()) {
				found |= c.text(row, numbers).toLowerCase(Locale.ROOT).contains(w);
			}
			if (!found) {
				return false;
			}
		}
		return true;
	}

	List<Listing.Row> visible() {
		return visible;
	}

	int total() {
		return all.size();
	}

	/** Positions of the rows of some statements. */
	Set<Integer> positions(int first, int last) {
		Set<Integer> found = new HashSet<>();
		for (int i = 0; i < visible.size(); i++) {
			int index = visible.get(i).index();
			if (index >= first && index <= last) {
				found.add(i);
			}
		}
		return found;
	}

	@Override
	public Object getDataValue(int column, int row) {
		if (row < 0 || row >= visible.size()) {
			return "";
		}
		Column c = Column.values()[column];
		return c.flag >= 0 ? c.on(visible.get(row)) : c.text(visible.get(row), numbers);
	}

	@Override
	public void setDataValue(int column, int row, Object value) {
		change.set(visible.get(row), Column.values()[column], value == null ? null : value.toString());
	}

	@Override
	public int getColumnCount() {
		return Column.values().length;
	}

	@Override
	public int getRowCount() {
		return visible.size();
	}

	@Override
	public List<Integer> getSortedColumnIndexes() {
		return sorted == null ? List.of() : List.of(sorted.ordinal());
	}

	@Override
	public boolean isColumnIndexSorted(int column) {
		return sorted != null && sorted.ordinal() == column && direction != SortDirectionEnum.NONE;
	}

	@Override
	public SortDirectionEnum getSortDirection(int column) {
		return isColumnIndexSorted(column) ? direction : SortDirectionEnum.NONE;
	}

	@Override
	public int getSortOrder(int column) {
		return isColumnIndexSorted(column) ? 0 : -1;
	}

	@Override
	public List<Comparator> getComparatorsForColumnIndex(int column) {
		return List.of(Column.values()[column].order());
	}

	@Override
	public Comparator<?> getColumnComparator(int column) {
		return Column.values()[column].order();
	}

	@Override
	public void sort(int column, SortDirectionEnum to, boolean accumulate) {
		sorted = Column.values()[column];
		direction = to;
		arrange();
	}

	@Override
	public void clear() {
		sorted = null;
		direction = SortDirectionEnum.NONE;
		arrange();
	}
}
