// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.shell;

import org.ccwbench.ui.wizards.NewProjectWizard;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IWorkbenchWindow;

/** What to do in an empty workspace; disappears with the first project. */
final class FirstSteps implements IResourceChangeListener {
	private final Link link;
	private final IWorkspace workspace = ResourcesPlugin.getWorkspace();

	FirstSteps(Composite parent, IWorkbenchWindow window) {
		link = new Link(parent, SWT.WRAP);
		link.setText("The workspace is empty.\n<a>Make a project with examples</a>");
		link.addListener(SWT.Selection, e -> {
			NewProjectWizard wizard = new NewProjectWizard();
			wizard.init(window.getWorkbench(), StructuredSelection.EMPTY);
			new WizardDialog(window.getShell(), wizard).open();
		});
		workspace.addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE);
		link.addDisposeListener(e -> workspace.removeResourceChangeListener(this));
		// The layout data come from the caller, after this.
		link.getDisplay().asyncExec(this::show);
	}

	Control control() {
		return link;
	}

	@Override
	public void resourceChanged(IResourceChangeEvent event) {
		if (!link.isDisposed()) {
			link.getDisplay().asyncExec(this::show);
		}
	}

	private void show() {
		if (link.isDisposed()) {
			return;
		}
		boolean empty = workspace.getRoot().getProjects().length == 0;
		if (link.getLayoutData() instanceof GridData data && data.exclude == empty) {
			data.exclude = !empty;
			link.setVisible(empty);
			link.getParent().layout();
		}
	}
}
