// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.wizards;

import java.util.List;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Name of a project, and whether it gets the examples. */
final class ProjectPage extends WizardPage {
	private static final String PROPOSED = "ccw-examples";
	private Text name;
	private Button examples;

	ProjectPage() {
		super("project", "CCW project", null);
		setDescription("A folder of channel programs in your workspace.");
	}

	@Override
	public void createControl(Composite parent) {
		Composite body = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 12).spacing(8, 10).applyTo(body);
		new Label(body, SWT.NONE).setText("Project &name:");
		name = new Text(body, SWT.BORDER);
		name.setText(free());
		name.selectAll();
		name.addModifyListener(e -> setPageComplete(check()));
		GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
		examples = new Button(body, SWT.CHECK);
		List<String> all = Examples.names();
		long programs = all.stream().filter(n -> n.endsWith(".ccw")).count();
		examples.setText(all.isEmpty() ? "No examples in this build" : "&Copy the " + programs + " example programs into it");
		examples.setEnabled(!all.isEmpty());
		examples.setSelection(!all.isEmpty());
		GridDataFactory.swtDefaults().span(2, 1).applyTo(examples);
		setControl(body);
		setPageComplete(check());
	}

	String projectName() {
		return name.getText().trim();
	}

	boolean examples() {
		return examples.getSelection();
	}

	private static String free() {
		var root = ResourcesPlugin.getWorkspace().getRoot();
		String proposed = PROPOSED;
		for (int i = 2; root.getProject(proposed).exists(); i++) {
			proposed = PROPOSED + "-" + i;
		}
		return proposed;
	}

	private boolean check() {
		IWorkspace workspace = ResourcesPlugin.getWorkspace();
		String given = projectName();
		IStatus status = workspace.validateName(given, IResource.PROJECT);
		String error = given.isEmpty() ? "Give the project a name." : !status.isOK() ? status.getMessage()
				: workspace.getRoot().getProject(given).exists() ? "There is a project of that name already." : null;
		setErrorMessage(error);
		return error == null;
	}
}
