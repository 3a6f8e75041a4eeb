// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.wizards;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.ccwbench.ui.UiPlugin;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Which program, what of it, and where to. */
final class ExportPage extends WizardPage {
	private static final String LAST = "export.folder";
	private final IFile chosen;
	private Text program;
	private Text folder;
	private Button listing;
	private Button bytes;

	ExportPage(IFile chosen) {
		super("export");
		this.chosen = chosen;
		setTitle("Channel program");
		setDescription("A listing with addresses and bytes, and each stretch of storage as a file.");
	}

	@Override
	public void createControl(Composite parent) {
		Composite body = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(3).applyTo(body);
		program = field(body, "&Program:", chosen == null ? "" : chosen.getFullPath().toString());
		new Label(body, SWT.NONE);
		folder = field(body, "To &folder:", UiPlugin.get().getPreferenceStore().getString(LAST));
		Button browse = new Button(body, SWT.PUSH);
		browse.setText("&Browse…");
		browse.addListener(SWT.Selection, e -> browse());
		listing = check(body, "&Listing: address, bytes and text of every line (.lst)");
		bytes = check(body, "&Bytes of each stretch of storage (-address.bin)");
		setControl(body);
		validate();
		setErrorMessage(null);
	}

	private Text field(Composite body, String label, String value) {
		new Label(body, SWT.NONE).setText(label);
		Text text = new Text(body, SWT.BORDER);
		text.setText(value);
		text.addListener(SWT.Modify, e -> validate());
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(text);
		return text;
	}

	private Button check(Composite body, String label) {
		Button button = new Button(body, SWT.CHECK);
		button.setText(label);
		button.setSelection(true);
		button.addListener(SWT.Selection, e -> validate());
		GridDataFactory.fillDefaults().span(3, 1).applyTo(button);
		return button;
	}

	private void browse() {
		DirectoryDialog dialog = new DirectoryDialog(getShell(), SWT.SAVE);
		dialog.setFilterPath(folder.getText());
		String path = dialog.open();
		if (path != null) {
			folder.setText(path);
		}
	}

	private void validate() {
		String wrong = program() == null ? "Name a .ccw file of the workspace, such as /project/program.ccw."
				: folder() == null ? "Name the folder that the files are to go to."
						: Files.isRegularFile(folder()) ? folder() + " is a file, not a folder."
								: listing != null && bytes != null && !listing.getSelection() && !bytes.getSelection() ? "Choose at least one of listing and bytes." : null;
		setErrorMessage(wrong);
		setPageComplete(wrong == null);
	}

	/** Null if there is no such program. */
	IFile program() {
		String name = program.getText().strip();
		var found = name.isEmpty() ? null : ResourcesPlugin.getWorkspace().getRoot().findMember(name);
		return found instanceof IFile file && "ccw".equals(file.getFileExtension()) ? file : null;
	}

	/** Null if none is named. */
	Path folder() {
		try {
			String name = folder == null ? "" : folder.getText().strip();
			return name.isEmpty() ? null : Path.of(name);
		} catch (InvalidPathException e) {
			return null;
		}
	}

	boolean listing() {
		return listing.getSelection();
	}

	boolean bytes() {
		return bytes.getSelection();
	}

	void remember() {
		UiPlugin.get().getPreferenceStore().setValue(LAST, folder().toString());
	}
}
