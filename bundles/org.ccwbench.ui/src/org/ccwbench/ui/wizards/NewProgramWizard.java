// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.wizards;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.dialogs.WizardNewFileCreationPage;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;

/** A channel program to begin with: one that runs, or a device and storage for one that is still to be drawn. */
public final class NewProgramWizard extends Wizard implements INewWizard {
	public static final String ID = "org.ccwbench.ui.newProgram";
	private IWorkbench workbench;
	private WizardNewFileCreationPage page;
	private Beginning beginning;

	@Override
	public void init(IWorkbench of, IStructuredSelection selection) {
		workbench = of;
		setWindowTitle("New Channel Program");
		page = new WizardNewFileCreationPage("program", selection) {
			@Override
			protected InputStream getInitialContents() {
				return new ByteArrayInputStream(beginning.text().getBytes(StandardCharsets.UTF_8));
			}

			@Override
			protected void createAdvancedControls(org.eclipse.swt.widgets.Composite parent) {
				// In the place of linked files, which would break “a file is self-contained”.
				beginning = new Beginning(parent);
			}

			@Override
			protected org.eclipse.core.runtime.IStatus validateLinkedResource() {
				return org.eclipse.core.runtime.Status.OK_STATUS;
			}

			@Override
			protected void createLinkTarget() {}
		};
		page.setTitle("Channel program");
		page.setDescription("A .ccw file: device, storage, program and expected result in one text.");
		page.setFileName("program.ccw");
		page.setFileExtension("ccw");
		page.setAllowExistingResources(false);
		addPage(page);
	}

	@Override
	public boolean performFinish() {
		IFile file = page.createNewFile();
		if (file == null) {
			return false;
		}
		var window = workbench.getActiveWorkbenchWindow();
		BasicNewResourceWizard.selectAndReveal(file, window);
		try {
			IDE.openEditor(window.getActivePage(), file);
		} catch (PartInitException e) {
			MessageDialog.openError(getShell(), getWindowTitle(), file.getName() + " was made, but cannot be opened: " + e.getMessage());
		}
		return true;
	}
}
