// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.ccwbench.ui.CopiedText;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;

/** A table of records that tells which of them the last step made. */
final class Rows<R> {
	/** Of more rows than can be seen at once it is not known how each looks. */
	private static final int FEW = 64;
	private final TableViewer viewer;
	/** What the table shows, and how the rows look if they are few. */
	private final List<R> shown = new ArrayList<>();
	private final List<String> looks = new ArrayList<>();
	private final Columns<R> columns;
	private List<R> rows = List.of();
	/** Null if there is nothing to compare with. */
	private Set<R> before;
	private long shownAt = -1;
	/** Whether a row that is shown has the colour of a fresh one. */
	private boolean coloured;
	private Object look;

	Rows(Composite parent, Class<R> type) {
		viewer = new TableViewer(parent, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL | SWT.VIRTUAL);
		viewer.setUseHashlookup(true);
		viewer.setContentProvider(ArrayContentProvider.getInstance());
		viewer.getTable().setHeaderVisible(true);
		viewer.getTable().addListener(SWT.KeyDown, e -> {
			if (e.keyCode == 'c' && (e.stateMask & SWT.MOD1) != 0) {
				copy();
			}
		});
		columns = new Columns<>(viewer, type);
	}

	TableViewer viewer() {
		return viewer;
	}

	Columns<R> columns() {
		return columns;
	}

	/** Whether a row was not there, or not like this, at the position shown before. */
	boolean fresh(R row) {
		return before != null && !before.contains(row);
	}

	void show(List<R> now, long position, boolean follow) {
		show(now, position, follow, null);
	}

	/**
	 * Shows the rows of a position; with {@code follow}, the last new one is brought into view.
	 *
	 * @param colours what the colours of rows depend on besides the rows
	 */
	void show(List<R> now, long position, boolean follow, Object colours) {
		boolean same = viewer.getInput() != null && now.equals(rows) && Objects.equals(colours, look);
		if (position != shownAt) {
			before = shownAt < 0 ? null : new HashSet<>(rows);
			shownAt = position;
		}
		rows = now;
		look = colours;
		if (same && !coloured) {
			return;
		}
		coloured = !same && now.stream().anyMatch(this::fresh);
		if (viewer.getInput() != null && now.size() == shown.size() && now.size() <= FEW) {
			recolour();
		} else {
			fill();
		}
		if (follow && coloured) {
			for (int i = now.size() - 1; i >= 0; i--) {
				if (fresh(now.get(i))) {
					viewer.reveal(now.get(i));
					break;
				}
			}
		}
	}

	private void fill() {
		shown.clear();
		looks.clear();
		shown.addAll(rows);
		if (rows.size() <= FEW) {
			rows.forEach(r -> looks.add(columns.look(r)));
		}
		Table table = viewer.getTable();
		table.setRedraw(false);
		viewer.setInput(shown);
		table.setRedraw(true);
	}

	/** Colours depend on something that has changed. Where rows are few, those alone are drawn that look otherwise. */
	void recolour() {
		if (rows.size() > FEW || shown.size() != rows.size()) {
			viewer.refresh(true);
			return;
		}
		for (int i = 0; i < rows.size(); i++) {
			R row = rows.get(i);
			String look = columns.look(row);
			if (!row.equals(shown.get(i)) || !look.equals(looks.get(i))) {
				shown.set(i, row);
				looks.set(i, look);
				viewer.replace(row, i);
			}
		}
	}

	/** The rows to come are those of another run. */
	void forget() {
		shownAt = -1;
		before = null;
		rows = List.of();
		coloured = true;
	}

	/** The rows that are selected as text, for tests. */
	List<String> chosen() {
		List<String> chosen = new ArrayList<>();
		for (Object row : (IStructuredSelection) viewer.getSelection()) {
			@SuppressWarnings("unchecked")
			R r = (R) row;
			chosen.add(columns.line(r));
		}
		return chosen;
	}

	/** The rows as text, for tests. */
	List<String> lines() {
		return rows.stream().map(columns::line).toList();
	}

	private void copy() {
		StringBuilder text = new StringBuilder();
		for (Object row : (IStructuredSelection) viewer.getSelection()) {
			@SuppressWarnings("unchecked")
			R r = (R) row;
			text.append(columns.line(r)).append('\n');
		}
		CopiedText.put(text.toString());
	}
}
