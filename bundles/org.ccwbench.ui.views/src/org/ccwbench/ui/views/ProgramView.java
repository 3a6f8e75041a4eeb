// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.ccwbench.run.CcwRow;
import org.ccwbench.run.History;
import org.ccwbench.run.Place;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.ILazyTreeContentProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/**
 * The channel program in all its forms, as they are in storage at the position. A row is read when it is to be seen:
 * a step costs what the window shows, however long the program is.
 */
public final class ProgramView extends PositionView {
	public static final String ID = "org.ccwbench.ui.views.program";
	private static final int MOST_READ = 300;
	private Viewer tree;
	private Columns<ProgramRow> columns;
	/** Rows as they are shown now, and as they were shown at the position before; by address. */
	private Map<Long, String> lines = new HashMap<>();
	private Map<Long, String> before;
	private long shownAt = -1;
	/** How the rows look that have their words, by number. */
	private final Map<Integer, String> filled = new HashMap<>();
	/** Rows that the tree has: the platform counts them one by one each time it is asked. */
	private int rows;
	/** How many rows there is room for, in a tree of that size and font. */
	private int room;
	private Object roomOf;

	@Override
	void createBody(Composite parent) {
		tree = new Viewer(parent, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL | SWT.VIRTUAL);
		tree.getTree().setHeaderVisible(true);
		tree.setUseHashlookup(true);
		tree.setContentProvider(new Lazy());
		columns = new Columns<>(tree, ProgramRow.class);
		columns.text("At", 10, ProgramRow::label, ProgramRow::picture)
				.text("Command", 9, ProgramRow::command)
				.mono("Guest", 27, ProgramRow::guest)
				.mono("User", 31, ProgramRow::user)
				.mono("Host", 27, ProgramRow::host)
				.text("Ended with", 16, ProgramRow::ended)
				.background(this::background)
				.tip(ProgramRow::tip);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(tree.getTree());
		tree.getTree().getVerticalBar().addListener(SWT.Selection, e -> followLater());
		for (int change : new int[] { SWT.Resize, SWT.Expand, SWT.Collapse }) {
			tree.getTree().addListener(change, e -> followLater());
		}
		tree.addSelectionChangedListener(e -> {
			if (tree.getTree().isFocusControl() && ((IStructuredSelection) e.getSelection()).getFirstElement() instanceof ProgramRow r && r.address() >= 0) {
				select(p -> p.ccw(r.address()));
			}
		});
	}

	private String background(ProgramRow row) {
		return switch (row.progress()) {
			case CURRENT -> Look.CURRENT;
			case FAILED -> Look.FAILED;
			default -> before != null && changed(row) ? Look.CHANGED : null;
		};
	}

	/** A row that was not to be seen before has changed if something happened to it on the way. */
	private boolean changed(ProgramRow row) {
		String old = before.get(row.address());
		return old == null ? run().history() != null && run().history().changed(row.address()) : !columns.line(row).equals(old);
	}

	@Override
	void forget() {
		shownAt = -1;
		before = null;
		lines = new HashMap<>();
	}

	@Override
	void show(History history) {
		boolean first = shownAt < 0;
		if (history.position() != shownAt) {
			before = first ? null : lines;
			lines = new HashMap<>();
			shownAt = history.position();
		}
		Tree widget = tree.getTree();
		int now = history.programAddresses().size();
		if (first || tree.getInput() != history) {
			widget.deselectAll();
			filled.clear();
			tree.setInput(history);
			rows = widget.getItemCount();
		}
		if (rows != now) {
			rows = now;
			tree.setChildCount(history, now);
			filled.keySet().removeIf(i -> i >= now);
		}
		int current = history.programAddresses().indexOf(history.currentCcw());
		if (current >= 0) {
			widget.showItem(widget.getItem(current));
		}
		follow();
	}

	/** Rows to be seen that look otherwise now are asked for again; the others when they come to be seen. */
	private void follow() {
		History history = run().history();
		Tree widget = tree.getTree();
		if (history == null || tree.getInput() != history || widget.isDisposed() || rows == 0) {
			return;
		}
		TreeItem top = widget.getTopItem();
		while (top != null && top.getParentItem() != null) {
			top = top.getParentItem();
		}
		int first = top == null ? 0 : Math.max(0, widget.indexOf(top) - 1);
		int last = first + room() + 2;
		List<Long> addresses = history.programAddresses();
		for (int i = first; i <= Math.min(last, addresses.size() - 1); i++) {
			String was = filled.get(i);
			if (was != null) {
				ProgramRow row = row(addresses.get(i));
				if (look(row).equals(was)) {
					remember(row);
				} else {
					TreeItem item = widget.getItem(i);
					fill(item, row, i);
					if (!row.words().isEmpty()) {
						item.clearAll(true);
					}
				}
			}
		}
	}

	/** Asking the platform takes a way to the window system and back. */
	private int room() {
		Tree widget = tree.getTree();
		Object now = List.of(widget.getSize(), widget.getFont());
		if (!now.equals(roomOf)) {
			roomOf = now;
			room = widget.getClientArea().height / Math.max(1, widget.getItemHeight());
		}
		return room;
	}

	/** Cells that stay as they are cost nothing. */
	private void fill(TreeItem item, ProgramRow row, int index) {
		filled.put(index, look(row));
		remember(row);
		tree.put(item, row);
		if (item.getItemCount() != row.words().size()) {
			tree.setChildCount(row, row.words().size());
		}
	}

	private void followLater() {
		tree.getTree().getDisplay().asyncExec(() -> {
			if (!tree.getTree().isDisposed()) {
				follow();
			}
		});
	}

	private String look(ProgramRow row) {
		StringBuilder look = new StringBuilder(columns.line(row)).append(row.progress()).append(background(row));
		row.words().forEach(w -> look.append(columns.line(w)).append(background(w)));
		return look.toString();
	}

	private void remember(ProgramRow row) {
		lines.put(row.address(), columns.line(row));
		row.words().forEach(w -> lines.put(w.address(), columns.line(w)));
	}

	private ProgramRow row(long address) {
		CcwRow row = run().history().ccw(address);
		return row == null ? null : ProgramRow.of(row, run().session().image(), run().deviceType());
	}

	/** The CCWs that it belongs to, and the words of their lists. */
	@Override
	void mark(Place place, boolean elsewhere) {
		if (!elsewhere || run().history() == null) {
			return;
		}
		List<Long> all = run().history().programAddresses();
		List<TreeItem> items = new ArrayList<>();
		// A long program is not read as a whole for the sake of a word: its CCW is named beside it.
		List<Long> lookedAt = all.size() > MOST_READ ? place.ccws() : all;
		for (long address : lookedAt) {
			int at = all.indexOf(address);
			if (at >= 0 && at < tree.getTree().getItemCount()) {
				mark(place, tree.getTree().getItem(at), row(address), items);
			}
		}
		tree.getTree().setSelection(items.toArray(TreeItem[]::new));
	}

	private static void mark(Place place, TreeItem item, ProgramRow row, List<TreeItem> items) {
		if (place.ccws().contains(row.address())) {
			item.getText();
			items.add(item);
		}
		for (int i = 0; i < row.words().size(); i++) {
			if (place.ccws().contains(row.words().get(i).address())) {
				item.getText();
				item.setExpanded(true);
				item.getItem(i).getText();
				items.add(item.getItem(i));
			}
		}
	}

	/** As a click on a row, from 0, for tests. */
	public void choose(int row) {
		tree.getTree().forceFocus();
		tree.getTree().setSelection(tree.getTree().getItem(row));
		long address = run().history().programAddresses().get(row);
		select(p -> p.ccw(address));
	}

	/** The addresses of the rows that are selected, for tests. */
	public List<Long> chosen() {
		List<Long> addresses = new ArrayList<>();
		for (Object r : (IStructuredSelection) tree.getSelection()) {
			addresses.add(((ProgramRow) r).address());
		}
		return addresses;
	}

	/** The rows as text, for tests. */
	public List<String> lines() {
		return run().history() == null ? List.of() : run().history().programAddresses().stream().map(a -> columns.line(row(a))).toList();
	}

	/** A tree in which a row takes another element where it stands, without a look at all that is selected. */
	private static final class Viewer extends TreeViewer {
		Viewer(Composite parent, int style) {
			super(parent, style);
		}

		void put(TreeItem item, ProgramRow row) {
			updateItem(item, row);
		}
	}

	/** The tree asks for what it is about to draw. */
	private final class Lazy implements ILazyTreeContentProvider {
		@Override
		public void updateElement(Object parent, int index) {
			History history = run().history();
			if (parent instanceof ProgramRow above) {
				if (index < above.words().size()) {
					ProgramRow word = above.words().get(index);
					remember(word);
					tree.replace(parent, index, word);
					tree.setChildCount(word, word.words().size());
				}
			} else if (history != null && index < history.programAddresses().size()) {
				fill(tree.getTree().getItem(index), row(history.programAddresses().get(index)), index);
			}
		}

		@Override
		public void updateChildCount(Object element, int now) {
			int count = element instanceof ProgramRow r ? r.words().size() : run().history() == null ? 0 : run().history().programAddresses().size();
			if (count != now) {
				tree.setChildCount(element, count);
			}
		}

		@Override
		public Object getParent(Object element) {
			return null;
		}
	}
}
