// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.ccwbench.arch.Explanation;
import org.ccwbench.ui.Pictures;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/** A block as a tree of its fields with their meaning; what is open stays open from one position to the next. */
final class FieldTree {
	private final Action all = new Action("Show all fields", IAction.AS_CHECK_BOX) {
		{
			setToolTipText("Show all fields, also those that say nothing");
			setImageDescriptor(Pictures.descriptor(Pictures.FIELD));
		}

		@Override
		public void run() {
			tree.refresh();
		}
	};
	private final TreeViewer tree;
	private Explanation shown;
	/** Names of the blocks that were there at some position. */
	private final Set<String> met = new HashSet<>();

	/** @param always names of fields that are worth a line even if they are zero */
	FieldTree(Composite parent, Set<String> always, Set<String> bare) {
		tree = new TreeViewer(parent, SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
		tree.getTree().setHeaderVisible(true);
		tree.setContentProvider(new Fields());
		new Columns<>(tree, Explanation.Row.class)
				.text("Field", 30, FieldTree::field, r -> Pictures.get(r.nested() == null ? Pictures.FIELD : Pictures.BLOCK))
				.mono("Value", 8, r -> r.nested() == null ? r.raw() : "")
				.text("Meaning", 18, r -> r.nested() != null ? bare.contains(r.name()) ? "" : r.nested().verdict() : r.text().equals(r.raw()) ? "" : r.text())
				.tip(r -> r.title() + " (" + r.name() + "), " + r.bits() + (r.nested() == null ? ": " + r.raw() + "\n" + r.text() : "\n" + r.nested().verdict()));
		GridDataFactory.fillDefaults().grab(true, true).applyTo(tree.getTree());
		tree.addFilter(new ViewerFilter() {
			@Override
			public boolean select(Viewer viewer, Object parentElement, Object element) {
				Explanation.Row row = (Explanation.Row) element;
				return all.isChecked() || row.notable() || always.contains(row.name());
			}
		});
	}

	/** Switches between all fields and those that say something. */
	Action action() {
		return all;
	}

	/** What the manual calls it; the words after a comma are left to the tip. */
	private static String field(Explanation.Row row) {
		String title = row.title().isEmpty() ? row.name() : row.title();
		int comma = title.indexOf(',');
		return comma < 0 ? title : title.substring(0, comma);
	}

	void show(Explanation now) {
		shown = now;
		Object[] open = tree.getExpandedElements();
		tree.setInput(shown);
		List<Object> expanded = sameAs(open);
		// A block that was not there before opens by itself.
		shown.rows().stream().filter(r -> r.nested() != null && met.add(r.name())).forEach(expanded::add);
		tree.setExpandedElements(expanded.toArray());
	}

	/** The rows of this explanation that stand where those stood that were open before. */
	private List<Object> sameAs(Object[] open) {
		List<Object> same = new ArrayList<>();
		for (Object o : open) {
			collect(shown, ((Explanation.Row) o).name(), same);
		}
		return same;
	}

	private static void collect(Explanation in, String name, List<Object> found) {
		for (Explanation.Row r : in.rows()) {
			if (r.nested() != null) {
				if (r.name().equals(name)) {
					found.add(r);
				}
				collect(r.nested(), name, found);
			}
		}
	}

	/** Fields that say something: reserved ones only if they are not zero. */
	private static final class Fields implements ITreeContentProvider {
		@Override
		public Object[] getElements(Object input) {
			return rows((Explanation) input);
		}

		@Override
		public Object[] getChildren(Object parent) {
			Explanation nested = ((Explanation.Row) parent).nested();
			return nested == null ? new Object[0] : rows(nested);
		}

		private static Object[] rows(Explanation of) {
			return of.rows().stream().filter(r -> r.field() == null || r.value() != 0 || !r.field().kind().reserved()).toArray();
		}

		@Override
		public Object getParent(Object element) {
			return null;
		}

		@Override
		public boolean hasChildren(Object element) {
			return ((Explanation.Row) element).nested() != null;
		}
	}
}
