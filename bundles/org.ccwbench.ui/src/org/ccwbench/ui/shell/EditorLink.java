// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.shell;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.ResourceUtil;

/** The tree of files and the editor in front go together, unless the user says that they do not. */
final class EditorLink implements IPartListener2 {
	private static final String OFF = "notLinkedWithEditor";
	private final TreeViewer tree;
	private final IWorkbenchPage page;
	private final IAction action = new Action("Link with Editor", IAction.AS_CHECK_BOX) {
		@Override
		public void run() {
			follow(page.getActiveEditor());
		}
	};

	/** @param saved what {@link #save} kept, or null */
	EditorLink(TreeViewer tree, IWorkbenchPage page, IMemento saved) {
		this.tree = tree;
		this.page = page;
		action.setToolTipText("Selects the file of the editor in front, and brings the editor of a selected file to the front");
		action.setImageDescriptor(PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(ISharedImages.IMG_ELCL_SYNCED));
		action.setChecked(saved == null || !Boolean.TRUE.equals(saved.getBoolean(OFF)));
		tree.addSelectionChangedListener(e -> lead());
		page.addPartListener(this);
		follow(page.getActiveEditor());
	}

	IAction action() {
		return action;
	}

	void save(IMemento to) {
		to.putBoolean(OFF, !action.isChecked());
	}

	void dispose() {
		page.removePartListener(this);
	}

	@Override
	public void partActivated(IWorkbenchPartReference part) {
		if (part.getPart(false) instanceof IEditorPart editor) {
			follow(editor);
		}
	}

	@Override
	public void partBroughtToTop(IWorkbenchPartReference part) {
		partActivated(part);
	}

	private void follow(IEditorPart editor) {
		IFile file = editor == null || !action.isChecked() ? null : ResourceUtil.getFile(editor.getEditorInput());
		// A choice of several rows that has the file already is the user's.
		if (file != null && !tree.getControl().isDisposed() && !tree.getStructuredSelection().toList().contains(file)) {
			tree.setSelection(new StructuredSelection(file), true);
		}
	}

	private void lead() {
		if (action.isChecked() && tree.getControl().isFocusControl() && tree.getStructuredSelection().size() == 1
				&& tree.getStructuredSelection().getFirstElement() instanceof IFile file) {
			IEditorPart open = ResourceUtil.findEditor(page, file);
			if (open != null) {
				page.bringToTop(open);
			}
		}
	}
}
