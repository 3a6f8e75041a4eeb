// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.jface.viewers.IElementComparer;
import org.eclipse.jface.viewers.ILazyTreeContentProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeViewerListener;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.TreeExpansionEvent;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.ccwbench.ui.Pictures;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;

/** The statements of the text; CCWs of a chain below their first. */
final class OutlinePage extends ContentOutlinePage {
	/** Statements up to which everything is opened at once. */
	private static final int EXPANDED = 500;
	private final CcwEditor editor;
	private final Runnable refresh = this::refreshLater;
	private boolean disposed;
	/** What was last given to be shown; of the thread that checks. */
	private OutlineNode posted;
	/** Rows of a long text that the user opened, by their words: the rows themselves are others after each check. */
	private final Set<String> opened = new HashSet<>();

	OutlinePage(CcwEditor editor) {
		this.editor = editor;
	}

	@Override
	protected int getTreeStyle() {
		return super.getTreeStyle() | SWT.VIRTUAL;
	}

	@Override
	public void createControl(Composite parent) {
		super.createControl(parent);
		TreeViewer tree = getTreeViewer();
		// A node is the whole of what is below it: to compare two of them takes as long as the text is.
		tree.setComparer(new IElementComparer() {
			@Override
			public int hashCode(Object element) {
				return System.identityHashCode(element);
			}

			@Override
			public boolean equals(Object a, Object b) {
				return a == b;
			}
		});
		tree.setUseHashlookup(true);
		tree.setContentProvider(new Nodes());
		tree.setLabelProvider(new LabelProvider() {
			@Override
			public String getText(Object element) {
				return ((OutlineNode) element).text();
			}

			@Override
			public Image getImage(Object element) {
				return Pictures.get(((OutlineNode) element).picture());
			}
		});
		tree.addTreeListener(new ITreeViewerListener() {
			@Override
			public void treeExpanded(TreeExpansionEvent e) {
				opened.add(((OutlineNode) e.getElement()).text());
			}

			@Override
			public void treeCollapsed(TreeExpansionEvent e) {
				opened.remove(((OutlineNode) e.getElement()).text());
			}
		});
		editor.checked().addListener(refresh);
		refresh();
	}

	/** On the thread that checks. */
	private void refreshLater() {
		Checked.State state = editor.checked().state();
		OutlineNode root = OutlineNode.of(state.document());
		if (root.equals(posted)) {
			return;
		}
		posted = root;
		Display.getDefault().asyncExec(() -> show(state, root));
	}

	private void refresh() {
		Checked.State state = editor.checked().state();
		if (state != null) {
			show(state, OutlineNode.of(state.document()));
		}
	}

	/** Rows become items of the tree when they are to be seen. */
	private void show(Checked.State state, OutlineNode root) {
		if (disposed || getTreeViewer().getControl().isDisposed()) {
			return;
		}
		boolean small = state.document().getStatements().size() <= EXPANDED;
		Tree tree = getTreeViewer().getTree();
		TreeItem first = tree.getItemCount() == 0 ? null : tree.getTopItem();
		TreeItem over = first == null ? null : first.getParentItem();
		int top = first == null ? 0 : Math.max(0, tree.indexOf(over == null ? first : over));
		int below = over == null ? -1 : over.indexOf(first);
		getTreeViewer().setInput(root);
		getTreeViewer().setChildCount(root, root.children().size());
		for (int i = 0; i < root.children().size(); i++) {
			OutlineNode node = root.children().get(i);
			if (!node.children().isEmpty() && (small || opened.contains(node.text()))) {
				tree.getItem(i).getText();
				tree.getItem(i).setExpanded(true);
			}
		}
		if ((top > 0 || below >= 0) && top < tree.getItemCount()) {
			TreeItem row = tree.getItem(top);
			tree.setTopItem(below >= 0 && row.getExpanded() && below < row.getItemCount() ? row.getItem(below) : row);
		}
	}

	@Override
	public void selectionChanged(SelectionChangedEvent event) {
		super.selectionChanged(event);
		if (((IStructuredSelection) event.getSelection()).getFirstElement() instanceof OutlineNode node
				&& getTreeViewer().getControl().isFocusControl()) {
			editor.selectLine(node.line());
		}
	}

	boolean closed() {
		return disposed;
	}

	@Override
	public void dispose() {
		disposed = true;
		editor.checked().removeListener(refresh);
		super.dispose();
	}

	private final class Nodes implements ILazyTreeContentProvider {
		@Override
		public void updateElement(Object parent, int index) {
			List<OutlineNode> children = ((OutlineNode) parent).children();
			if (index < children.size()) {
				OutlineNode child = children.get(index);
				getTreeViewer().replace(parent, index, child);
				getTreeViewer().setChildCount(child, child.children().size());
			}
		}

		@Override
		public void updateChildCount(Object element, int now) {
			int count = ((OutlineNode) element).children().size();
			if (count != now) {
				getTreeViewer().setChildCount(element, count);
			}
		}

		@Override
		public Object getParent(Object element) {
			return null;
		}
	}
}
