// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.wizards;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.ccwbench.notation.Image;
import org.ccwbench.notation.Notation;
import org.ccwbench.notation.Segment;
import org.ccwbench.notation.Severity;
import org.ccwbench.ui.UiPlugin;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IExportWizard;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.IWorkbench;

/** Writes what a program becomes in storage: a listing, and the bytes of each stretch. */
public final class ExportWizard extends Wizard implements IExportWizard {
	private ExportPage page;

	@Override
	public void init(IWorkbench workbench, IStructuredSelection selection) {
		setWindowTitle("Export Channel Program");
		setNeedsProgressMonitor(true);
		page = new ExportPage(chosen(workbench, selection));
		addPage(page);
	}

	private static IFile chosen(IWorkbench workbench, IStructuredSelection selection) {
		if (selection.getFirstElement() instanceof IFile file && "ccw".equals(file.getFileExtension())) {
			return file;
		}
		var window = workbench.getActiveWorkbenchWindow();
		var editor = window == null || window.getActivePage() == null ? null : window.getActivePage().getActiveEditor();
		return editor != null && editor.getEditorInput() instanceof IFileEditorInput input ? input.getFile() : null;
	}

	@Override
	public boolean performFinish() {
		IFile file = page.program();
		Path folder = page.folder();
		boolean listing = page.listing();
		boolean bytes = page.bytes();
		page.remember();
		try {
			getContainer().run(true, true, monitor -> {
				SubMonitor progress = SubMonitor.convert(monitor, "Exporting " + file.getName(), 2);
				try {
					write(file, folder, listing, bytes, progress);
				} catch (IOException | CoreException e) {
					throw new InvocationTargetException(e);
				}
			});
			return true;
		} catch (InvocationTargetException e) {
			UiPlugin.log(file.getName() + " could not be exported", e.getCause());
			MessageDialog.openError(getShell(), getWindowTitle(), e.getCause().getMessage());
			return false;
		} catch (InterruptedException e) {
			return false;
		}
	}

	private static void write(IFile file, Path folder, boolean listing, boolean bytes, SubMonitor progress)
			throws IOException, CoreException, InterruptedException {
		String text;
		try (var in = file.getContents(true)) {
			text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		Image image = Notation.assemble(file.getName(), text);
		if (!image.ok()) {
			var first = image.problems().stream().filter(p -> p.severity() == Severity.ERROR).findFirst().orElseThrow();
			throw new IOException(file.getName() + ", line " + first.line() + ", column " + first.column() + ": " + first.message()
					+ "\n\nOnly a program without errors can be exported.");
		}
		String name = file.getFullPath().removeFileExtension().lastSegment();
		Files.createDirectories(folder);
		if (listing) {
			Files.writeString(folder.resolve(name + ".lst"), ListingText.of(image));
		}
		progress.worked(1);
		for (Segment s : image.segments()) {
			if (progress.isCanceled()) {
				throw new InterruptedException();
			}
			if (bytes) {
				Files.write(folder.resolve(String.format("%s-%08X.bin", name, s.address())), s.bytes());
			}
		}
	}
}
