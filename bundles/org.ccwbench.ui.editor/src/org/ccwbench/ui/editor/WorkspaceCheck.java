// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.ccwbench.notation.Limits;
import org.ccwbench.ui.UiPlugin;
import org.ccwbench.ui.editor.save.Recovery;
import org.ccwbench.ui.editor.save.Unsaved;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;

/** Offers edits that a crash left, and checks programs that come into the workspace or change on disk, whoever wrote them. */
public final class WorkspaceCheck implements IStartup, IResourceChangeListener {
	@Override
	public void earlyStartup() {
		ResourcesPlugin.getWorkspace().addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE);
		List<Unsaved.Entry> left = Unsaved.left();
		if (!left.isEmpty()) {
			PlatformUI.getWorkbench().getDisplay().asyncExec(() -> Recovery.offer(left));
		}
	}

	@Override
	public void resourceChanged(IResourceChangeEvent event) {
		Set<IFile> changed = new LinkedHashSet<>();
		try {
			event.getDelta().accept(delta -> {
				boolean content = delta.getKind() == IResourceDelta.ADDED
						|| delta.getKind() == IResourceDelta.CHANGED && (delta.getFlags() & IResourceDelta.CONTENT) != 0;
				if (content && delta.getResource() instanceof IFile file && "ccw".equals(file.getFileExtension())) {
					changed.add(file);
				}
				return true;
			});
		} catch (CoreException e) {
			UiPlugin.log("Changes of the workspace could not be read", e);
		}
		if (!changed.isEmpty()) {
			Job job = Job.createSystem("Check programs", monitor -> {
				changed.forEach(WorkspaceCheck::check);
			});
			job.setPriority(Job.BUILD);
			job.schedule();
		}
	}

	private static void check(IFile file) {
		try (InputStream in = file.getContents(true)) {
			byte[] bytes = in.readNBytes(Limits.TEXT);
			Markers.update(file, new String(bytes, StandardCharsets.UTF_8));
		} catch (CoreException | IOException e) {
			// It went away again, or cannot be read: whoever opens it is told.
		}
	}
}
