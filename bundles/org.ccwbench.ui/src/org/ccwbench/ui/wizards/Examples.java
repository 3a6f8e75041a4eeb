// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.wizards;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.ccwbench.ui.UiPlugin;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.SubMonitor;

/** The example programs that come with the workbench: the folder {@code examples} beside or above its bundles. */
final class Examples {
	private static final String FOLDER = "examples";
	private static final int LEVELS = 6;

	private Examples() {}

	/** Paths below the examples' folder, sorted, with slashes; empty if they are not there. */
	static List<String> names() {
		Path folder = folder();
		if (folder == null) {
			return List.of();
		}
		try (Stream<Path> all = Files.walk(folder, 2)) {
			return all.filter(Files::isRegularFile).map(p -> folder.relativize(p).toString().replace('\\', '/')).sorted().toList();
		} catch (IOException e) {
			UiPlugin.log("The examples in " + folder + " cannot be read", e);
			return List.of();
		}
	}

	/** Copies all into a project; files that are there stay as they are. */
	static void copy(IProject into, IProgressMonitor monitor) throws CoreException {
		List<String> names = names();
		Path folder = folder();
		SubMonitor progress = SubMonitor.convert(monitor, "Copying examples", names.size());
		for (String name : names) {
			IFile file = into.getFile(IPath.fromPortableString(name));
			makeParents(file.getParent());
			try (InputStream in = Files.newInputStream(folder.resolve(name))) {
				if (!file.exists()) {
					file.create(in, true, progress.split(1));
				}
			} catch (IOException e) {
				throw new CoreException(UiPlugin.error("The example " + name + " cannot be read: " + e.getMessage(), e));
			}
		}
	}

	/** In the installation, else above the bundle where it was built; null if there is none. */
	private static Path folder() {
		try {
			Path at = Platform.getInstallLocation() == null ? null : path(Platform.getInstallLocation().getURL().getPath());
			if (at != null && Files.isDirectory(at.resolve(FOLDER))) {
				return at.resolve(FOLDER).toRealPath();
			}
			at = FileLocator.getBundleFileLocation(UiPlugin.get().getBundle()).map(f -> f.toPath().toAbsolutePath()).orElse(null);
			for (int i = 0; at != null && i < LEVELS; i++, at = at.getParent()) {
				if (Files.isDirectory(at.resolve(FOLDER))) {
					return at.resolve(FOLDER);
				}
			}
		} catch (URISyntaxException | IOException e) {
			UiPlugin.log("The examples cannot be found", e);
		}
		return null;
	}

	/** Eclipse's locations are not escaped, whatever their type says. */
	private static Path path(String location) throws URISyntaxException {
		return Path.of(new URI("file", null, location, null));
	}

	private static void makeParents(IContainer container) throws CoreException {
		if (container instanceof IFolder folder && !folder.exists()) {
			makeParents(folder.getParent());
			folder.create(true, true, null);
		}
	}
}
