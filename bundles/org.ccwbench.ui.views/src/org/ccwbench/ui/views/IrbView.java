// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.ccwbench.arch.Explain;
import org.ccwbench.arch.Explanation;
import org.ccwbench.run.History;
import org.ccwbench.ui.Pictures;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** The guest's interruption-response block: one sentence, and its fields with their meaning. */
public final class IrbView extends PositionView {
	public static final String ID = "org.ccwbench.ui.views.irb";
	/** Worth a line even if they are zero. */
	private static final Set<String> ALWAYS = Set.of("cpa", "count", "dstat", "cstat");
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
	private Text verdict;
	private TreeViewer tree;
	private Explanation shown;

	@Override
	void createBody(Composite parent) {
		verdict = new Text(parent, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY);
		GridDataFactory.fillDefaults().grab(true, false).indent(6, 4).hint(100, verdict.getLineHeight() * 2).applyTo(verdict);
		tree = new TreeViewer(parent, SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
		tree.getTree().setHeaderVisible(true);
		tree.setContentProvider(new Fields());
		new Columns<>(tree, Explanation.Row.class)
				.text("Field", 24, IrbView::field, r -> Pictures.get(r.nested() == null ? Pictures.FIELD : Pictures.BLOCK))
				.mono("Value", 8, r -> r.nested() == null ? r.raw() : "")
				.text("Meaning", 18, r -> r.nested() != null ? r.name().equals("scsw") ? "" : r.nested().verdict() : r.text().equals(r.raw()) ? "" : r.text())
								.tip(r -> r.title() + " (" + r.name() + "), " + r.bits() + (r.nested() == null ? ": " + r.raw() + "\n" + r.text() : "\n" + r.nested().verdict()));
		GridDataFactory.fillDefaults().grab(true, true).applyTo(tree.getTree());
		makeFilter();
	}

	/** What the manual calls it; the words after a comma are left to the tip. */
	private static String field(Explanation.Row row) {
		String title = row.title().isEmpty() ? row.name() : row.title();
		int comma = title.indexOf(',');
		return comma < 0 ? title : title.substring(0, comma);
	}

	private void makeFilter() {
		tree.addFilter(new ViewerFilter() {
			@Override
			public boolean select(Viewer viewer, Object parent, Object element) {
				Explanation.Row row = (Explanation.Row) element;
				return all.isChecked() || row.notable() || ALWAYS.contains(row.name());
			}
		});
		IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
		bar.add(all);
		bar.update(true);
	}

	@Override
	String nothing(History history) {
		if (history.irb() != null) {
			return null;
		}
		boolean end = history.position() == history.size();
		return end && run().outcome() != null ? "The guest got no IRB. " + run().outcome().last().started()
				: "The guest's IRB is not yet stored at this position.";
	}

	@Override
	void show(History history) {
		shown = Explain.explanation(history.irbBlock(), history.irb(), run().deviceType());
		verdict.setText(shown.verdict());
		Object[] open = tree.getExpandedElements();
		boolean first = tree.getInput() == null;
		tree.setInput(shown);
		if (first) {
			tree.expandToLevel(2);
		} else {
			tree.setExpandedElements(sameAs(open));
		}
	}

	/** The rows of this explanation that stand where those stood that were open before. */
	private Object[] sameAs(Object[] open) {
		List<Object> same = new ArrayList<>();
		for (Object o : open) {
			collect(shown, ((Explanation.Row) o).name(), same);
		}
		return same.toArray();
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

	/** The sentence, for tests; empty if there is no IRB. */
	public String verdict() {
		return run().history() == null || run().history().irb() == null ? "" : verdict.getText();
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
