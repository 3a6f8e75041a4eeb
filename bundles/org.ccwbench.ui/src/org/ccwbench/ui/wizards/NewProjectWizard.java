// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.wizards;

import java.lang.reflect.InvocationTargetException;

import org.ccwbench.ui.UiPlugin;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.WorkspaceModifyOperation;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;

/** A project, with the examples in it unless that is switched off. */
public final class NewProjectWizard extends Wizard implements INewWizard {
	public static final String ID = "org.ccwbench.ui.newProject";
	private static final String FIRST = "read-volume-label.ccw";
	private final ProjectPage page = new ProjectPage();
	private IWorkbench workbench;

	public NewProjectWizard() {
		setWindowTitle("New CCW Project");
		setNeedsProgressMonitor(true);
		addPage(page);
	}

	@Override
	public void init(IWorkbench of, IStructuredSelection selection) {
		workbench = of;
	}

	@Override
	public boolean performFinish() {
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(page.projectName());
		boolean examples = page.examples();
		try {
			getContainer().run(true, true, new WorkspaceModifyOperation(null) {
				@Override
				protected void execute(IProgressMonitor monitor) throws CoreException {
					SubMonitor progress = SubMonitor.convert(monitor, 3);
					project.create(progress.split(1));
					project.open(progress.split(1));
					if (examples) {
						Examples.copy(project, progress.split(1));
					}
				}
			});
		} catch (InvocationTargetException e) {
			Throwable cause = e.getCause();
			ErrorDialog.openError(getShell(), "New CCW Project", "The project could not be made. Choose another name, or look whether the workspace's folder can be written.",
					cause instanceof CoreException c ? c.getStatus() : UiPlugin.error(String.valueOf(cause), cause));
			return false;
		} catch (InterruptedException e) {
			return false;
		}
		reveal(project);
		return true;
	}

	private void reveal(IProject project) {
		IFile first = project.getFile(FIRST);
		var window = workbench.getActiveWorkbenchWindow();
		BasicNewResourceWizard.selectAndReveal(first.exists() ? first : project, window);
		if (first.exists() && window != null) {
			try {
				IDE.openEditor(window.getActivePage(), first);
			} catch (PartInitException e) {
				UiPlugin.log(FIRST + " cannot be opened", e);
			}
		}
	}
}
