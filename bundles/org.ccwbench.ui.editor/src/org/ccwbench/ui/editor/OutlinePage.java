// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.AbstractTreeViewer;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.ccwbench.ui.Pictures;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;

/** The statements of the text; CCWs of a chain below their first. */
final class OutlinePage extends ContentOutlinePage {
	/** Statements up to which everything is opened at once. */
	private static final int EXPANDED = 500;
	private final CcwEditor editor;
	private final Runnable refresh = this::refreshLater;
	private boolean disposed;

	OutlinePage(CcwEditor editor) {
		this.editor = editor;
	}

	@Override
	public void createControl(Composite parent) {
		super.createControl(parent);
		TreeViewer tree = getTreeViewer();
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
		tree.setAutoExpandLevel(AbstractTreeViewer.ALL_LEVELS);
		editor.checked().addListener(refresh);
		refresh();
	}

	private void refreshLater() {
		Display.getDefault().asyncExec(this::refresh);
	}

	private void refresh() {
		Checked.State state = editor.checked().state();
		if (state != null && !disposed && !getTreeViewer().getControl().isDisposed()) {
			OutlineNode root = OutlineNode.of(state.document());
			if (!root.equals(getTreeViewer().getInput())) {
				boolean small = state.document().getStatements().size() <= EXPANDED;
				getTreeViewer().setAutoExpandLevel(small ? AbstractTreeViewer.ALL_LEVELS : 1);
				getTreeViewer().setInput(root);
			}
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

	private static final class Nodes implements ITreeContentProvider {
		@Override
		public Object[] getElements(Object input) {
			return ((OutlineNode) input).children().toArray();
		}

		@Override
		public Object[] getChildren(Object parent) {
			return ((OutlineNode) parent).children().toArray();
		}

		@Override
		public Object getParent(Object element) {
			return null;
		}

		@Override
		public boolean hasChildren(Object element) {
			return !((OutlineNode) element).children().isEmpty();
		}
	}
}
