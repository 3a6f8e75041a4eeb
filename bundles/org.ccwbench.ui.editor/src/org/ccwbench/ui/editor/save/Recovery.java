// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.save;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

import org.ccwbench.ui.UiPlugin;
import org.ccwbench.ui.editor.CcwEditor;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.ListSelectionDialog;
import org.eclipse.ui.ide.IDE;

/** Offers, when the workbench starts, edits that were not saved when it ended the last time. */
public final class Recovery {
	private Recovery() {}

	/** Asks, if there is anything to ask. UI thread, with a window open. */
	public static void offer(List<Unsaved.Entry> left) {
		List<Unsaved.Entry> changed = left.stream().filter(Recovery::differs).toList();
		left.stream().filter(e -> !changed.contains(e)).forEach(Unsaved.Entry::drop);
		IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		if (window == null && PlatformUI.getWorkbench().getWorkbenchWindowCount() > 0) {
			window = PlatformUI.getWorkbench().getWorkbenchWindows()[0];
		}
		if (changed.isEmpty() || window == null) {
			return;
		}
		ListSelectionDialog dialog = ListSelectionDialog.of(changed).title("Unsaved edits")
				.message("The workbench ended before these edits were saved. Bring them back into their editors, as edits that are not saved yet?\nWhat is not marked is given up. Cancel keeps all of them until the next start.")
				.contentProvider(ArrayContentProvider.getInstance()).labelProvider(new Names())
				.preselect(changed.toArray()).okButtonText("Bring Back").create(window.getShell());
		if (dialog.open() == Window.OK && dialog.getResult() != null) {
			List<Object> wanted = List.of(dialog.getResult());
			for (Unsaved.Entry e : changed) {
				if (!wanted.contains(e)) {
					e.drop();
				} else {
					restore(window.getActivePage(), e);
				}
			}
		}
	}

	private static boolean differs(Unsaved.Entry e) {
		try {
			return !Files.readString(Path.of(e.file()), StandardCharsets.UTF_8).equals(e.text());
		} catch (IOException | IllegalArgumentException unreadable) {
			// The file is gone or of another encoding: the text must not be lost for that.
			return true;
		}
	}

	private static void restore(IWorkbenchPage page, Unsaved.Entry e) {
		try {
			if (open(page, e.file()) instanceof CcwEditor editor) {
				Unsaved.keep(e.file(), e.text());
				editor.sourceViewer().getDocument().set(e.text());
				e.drop();
			}
		} catch (CoreException | IOException failed) {
			UiPlugin.log("Edits of " + e.file() + " could not be brought back", failed);
			MessageDialog.openError(page.getWorkbenchWindow().getShell(), "Unsaved edits",
					"The edits of " + Path.of(e.file()) + " could not be brought back: " + failed.getMessage() + ".\nThey are kept until the next start.");
		}
	}

	private static IEditorPart open(IWorkbenchPage page, URI file) throws CoreException, IOException {
		if (!Files.exists(Path.of(file))) {
			Files.createDirectories(Path.of(file).getParent());
			Files.createFile(Path.of(file));
		}
		IFile[] known = ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(file);
		if (known.length > 0) {
			known[0].refreshLocal(0, null);
			return IDE.openEditor(page, known[0], CcwEditor.ID);
		}
		return IDE.openEditorOnFileStore(page, EFS.getStore(file));
	}

	private static final class Names extends LabelProvider {
		private static final DateTimeFormatter WHEN = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());

		@Override
		public String getText(Object element) {
			Unsaved.Entry e = (Unsaved.Entry) element;
			return Path.of(e.file()) + ", " + WHEN.format(e.when());
		}
	}
}
