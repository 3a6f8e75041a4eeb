// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.ccwbench.notation.Fix;
import org.ccwbench.notation.Limits;
import org.ccwbench.ui.UiPlugin;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;

/** Fixes for problems of saved programs, for the Problems view; they are made in the editor, as edits that can be undone. */
public final class Resolutions implements IMarkerResolutionGenerator2 {
	@Override
	public boolean hasResolutions(IMarker marker) {
		return !fixes(marker).isEmpty();
	}

	@Override
	public IMarkerResolution[] getResolutions(IMarker marker) {
		return fixes(marker).stream().map(f -> new Resolution(f.title())).toArray(IMarkerResolution[]::new);
	}

	private static List<Fix> fixes(IMarker marker) {
		if (!(marker.getResource() instanceof IFile file)) {
			return List.of();
		}
		try (InputStream in = file.getContents(true)) {
			String text = new String(in.readNBytes(Limits.TEXT), StandardCharsets.UTF_8);
			return of(new Checked().of(file.getName(), text), marker);
		} catch (CoreException | IOException e) {
			return List.of();
		}
	}

	private static List<Fix> of(Checked.State state, IMarker marker) {
		return QuickFixes.of(state, marker.getAttribute(IMarker.CHAR_START, -1), marker.getAttribute(IMarker.MESSAGE, ""));
	}

	private record Resolution(String title) implements IMarkerResolution {
		@Override
		public String getLabel() {
			return title;
		}

		@Override
		public void run(IMarker marker) {
			try {
				var page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
				if (IDE.openEditor(page, marker) instanceof CcwEditor editor) {
					Checked.State state = editor.checked().of(editor.getEditorInput().getName(), editor.document().get());
					of(state, marker).stream().filter(f -> f.title().equals(title)).findFirst().ifPresent(f -> editor.shared().replace(f.edits()));
				}
			} catch (PartInitException e) {
				UiPlugin.log("The program of a problem could not be opened", e);
			}
		}
	}
}
