// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.wizards;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.ccwbench.ui.UiPlugin;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.osgi.framework.Bundle;

/** The example programs that come with the workbench, {@code examples/} of this bundle. */
final class Examples {
	private static final String FOLDER = "examples/";

	private Examples() {}

	/** Paths below the examples' folder, sorted; empty if this build has none. */
	static List<String> names() {
		Bundle bundle = UiPlugin.get().getBundle();
		var urls = bundle.findEntries(FOLDER, "*", true);
		List<String> names = new ArrayList<>();
		for (URL url : urls == null ? List.<URL>of() : Collections.list(urls)) {
			String path = url.getPath();
			if (!path.endsWith("/")) {
				names.add(path.substring(path.indexOf(FOLDER) + FOLDER.length()));
			}
		}
		Collections.sort(names);
		return names;
	}

	/** Copies all into a project; files that are there stay as they are. */
	static void copy(IProject into, IProgressMonitor monitor) throws CoreException {
		List<String> names = names();
		SubMonitor progress = SubMonitor.convert(monitor, "Copying examples", names.size());
		for (String name : names) {
			IFile file = into.getFile(IPath.fromPortableString(name));
			makeParents(file.getParent());
			try (InputStream in = UiPlugin.get().getBundle().getEntry(FOLDER + name).openStream()) {
				if (!file.exists()) {
					file.create(in, true, progress.split(1));
				}
			} catch (IOException e) {
				throw new CoreException(UiPlugin.error("The example " + name + " cannot be read: " + e.getMessage(), e));
			}
		}
	}

	private static void makeParents(IContainer container) throws CoreException {
		if (container instanceof IFolder folder && !folder.exists()) {
			makeParents(folder.getParent());
			folder.create(true, true, null);
		}
	}
}
