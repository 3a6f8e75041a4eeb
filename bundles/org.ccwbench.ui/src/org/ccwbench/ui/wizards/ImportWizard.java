// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.wizards;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IImportWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.dialogs.WizardNewFileCreationPage;
import org.eclipse.ui.ide.IDE;

/** Makes a program out of CCWs that a trace, a dump or a mail prints in hexadecimal. */
public final class ImportWizard extends Wizard implements IImportWizard {
	private IWorkbench workbench;
	private HexPage hex;
	private WizardNewFileCreationPage target;

	@Override
	public void init(IWorkbench of, IStructuredSelection selection) {
		workbench = of;
		setWindowTitle("Import CCWs");
		hex = new HexPage();
		target = new WizardNewFileCreationPage("target", selection) {
			@Override
			protected InputStream getInitialContents() {
				return new ByteArrayInputStream(hex.program().getBytes(StandardCharsets.UTF_8));
			}

			@Override
			protected void createAdvancedControls(Composite parent) {
				// Linked files would break “a file is self-contained”.
			}

			@Override
			protected IStatus validateLinkedResource() {
				return Status.OK_STATUS;
			}

			@Override
			protected void createLinkTarget() {}
		};
		target.setTitle("Channel program");
		target.setDescription("The file that the program goes to.");
		target.setFileName("imported.ccw");
		target.setFileExtension("ccw");
		target.setAllowExistingResources(false);
		addPage(hex);
		addPage(target);
	}

	@Override
	public boolean canFinish() {
		IWizardPage current = getContainer().getCurrentPage();
		return current == target && super.canFinish();
	}

	@Override
	public boolean performFinish() {
		IFile file = target.createNewFile();
		if (file == null) {
			return false;
		}
		try {
			IDE.openEditor(workbench.getActiveWorkbenchWindow().getActivePage(), file);
		} catch (PartInitException e) {
			MessageDialog.openError(getShell(), getWindowTitle(), file.getName() + " was made, but cannot be opened: " + e.getMessage());
		}
		return true;
	}
}
