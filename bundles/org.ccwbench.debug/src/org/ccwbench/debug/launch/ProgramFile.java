// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import org.ccwbench.ui.Program;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** Programs by their names in launch configurations: {@code /project/file.ccw} in the workspace, else a path on disk. */
final class ProgramFile {
	private ProgramFile() {}

	/** The name of a file on disk. */
	static String name(Path file) {
		IFile[] found = ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(file.toAbsolutePath().toUri());
		return found.length > 0 ? found[0].getFullPath().toString() : file.toString();
	}

	/** The file of a name; null if the name is none. */
	static Path path(String name) {
		if (name.isBlank()) {
			return null;
		}
		IFile inside = inside(name);
		if (inside != null && inside.getLocation() != null && inside.exists()) {
			return inside.getLocation().toPath();
		}
		try {
			return Path.of(name);
		} catch (java.nio.file.InvalidPathException e) {
			return null;
		}
	}

	/** The file in the workspace; null if the name is none of such a file. */
	static IFile inside(String name) {
		var path = org.eclipse.core.runtime.IPath.fromOSString(name);
		return path.isAbsolute() && path.segmentCount() > 1 ? ResourcesPlugin.getWorkspace().getRoot().getFile(path) : null;
	}

	/**
	 * The program as an open editor has it, else as the file has it. UI thread only.
	 *
	 * @throws CoreException if it cannot be read
	 */
	static Program read(Path file) throws CoreException {
		for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
			for (IWorkbenchPage page : window.getPages()) {
				for (IEditorReference reference : page.getEditorReferences()) {
					Program.Source open = Adapters.adapt(reference.getEditor(false), Program.Source.class);
					if (open != null && Objects.equals(open.program().file(), file)) {
						return open.program();
					}
				}
			}
		}
		try {
			return new Program(file, file.getFileName().toString(), Files.readString(file));
		} catch (IOException e) {
			throw new CoreException(Status.error(file + " cannot be read: " + e.getMessage(), e));
		}
	}
}
