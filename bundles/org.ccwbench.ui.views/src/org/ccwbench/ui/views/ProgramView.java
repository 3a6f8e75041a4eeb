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
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/** The channel program in all its forms, as they are in storage at the position. */
public final class ProgramView extends PositionView {
	public static final String ID = "org.ccwbench.ui.views.program";
	private TreeViewer tree;
	private Columns<ProgramRow> columns;
	private List<ProgramRow> rows = List.of();
	private Map<Long, String> before;
	private long shownAt = -1;

	@Override
	void createBody(Composite parent) {
		tree = new TreeViewer(parent, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
		tree.getTree().setHeaderVisible(true);
		tree.setContentProvider(new Words());
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
			default -> before != null && !columns.line(row).equals(before.get(row.address())) ? Look.CHANGED : null;
		};
	}

	@Override
	void forget() {
		shownAt = -1;
		before = null;
		rows = List.of();
	}

	@Override
	void show(History history) {
		if (history.position() != shownAt) {
			Map<Long, String> old = new HashMap<>();
			rows.forEach(r -> collect(r, old));
			before = shownAt < 0 ? null : old;
			shownAt = history.position();
		}
		List<ProgramRow> now = new ArrayList<>();
		for (CcwRow row : history.program()) {
			now.add(ProgramRow.of(row, run().session().image(), run().deviceType()));
		}
		Object[] open = tree.getExpandedElements();
		rows = now;
		tree.getTree().setRedraw(false);
		if (before == null) {
			tree.setSelection(StructuredSelection.EMPTY);
		}
		tree.setInput(now);
		tree.setExpandedElements(open);
		tree.getTree().setRedraw(true);
		long current = history.currentCcw();
		now.stream().filter(r -> r.address() == current).findFirst().ifPresent(tree::reveal);
	}

	private void collect(ProgramRow row, Map<Long, String> into) {
		into.put(row.address(), columns.line(row));
		row.words().forEach(w -> collect(w, into));
	}

	/** The CCWs that it belongs to, and the words of their lists. */
	@Override
	void mark(Place place, boolean elsewhere) {
		if (elsewhere) {
			List<ProgramRow> all = new ArrayList<>();
			for (ProgramRow r : rows) {
				if (place.ccws().contains(r.address())) {
					all.add(r);
				}
				for (ProgramRow w : r.words()) {
					if (place.ccws().contains(w.address())) {
						tree.setExpandedState(r, true);
						all.add(w);
					}
				}
			}
			tree.setSelection(new StructuredSelection(all), true);
		}
	}

	/** As a click on a row, from 0, for tests. */
	public void choose(int row) {
		tree.getTree().forceFocus();
		tree.setSelection(new StructuredSelection(rows.get(row)), true);
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
		return run().history() == null ? List.of() : rows.stream().map(columns::line).toList();
	}

	private static final class Words implements ITreeContentProvider {
		@Override
		public Object[] getElements(Object input) {
			return ((List<?>) input).toArray();
		}

		@Override
		public Object[] getChildren(Object parent) {
			return ((ProgramRow) parent).words().toArray();
		}

		@Override
		public Object getParent(Object element) {
			return null;
		}

		@Override
		public boolean hasChildren(Object element) {
			return !((ProgramRow) element).words().isEmpty();
		}
	}
}
