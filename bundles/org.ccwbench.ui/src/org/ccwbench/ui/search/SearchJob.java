// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.search;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import org.ccwbench.notation.Limits;
import org.ccwbench.notation.Search;
import org.ccwbench.ui.Program;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceVisitor;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;

/** Looks into every .ccw file of the workspace; a file in an editor counts as it stands there. */
final class SearchJob extends Job {
	/** A line of a file. */
	record Found(IFile file, Search.Match match) {}

	/** Lines that are shown at most. */
	private static final int MOST = 10_000;
	private final Search.For what;
	private final String words;
	private final IWorkbenchPage page;
	private final BiConsumer<List<Found>, Integer> done;

	/** @param done gets what was found, and in how many files was looked; on the job's thread */
	SearchJob(Search.For what, String words, IWorkbenchPage page, BiConsumer<List<Found>, Integer> done) {
		super("Search for " + words);
		this.what = what;
		this.words = words;
		this.page = page;
		this.done = done;
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		List<IFile> files = new ArrayList<>();
		try {
			ResourcesPlugin.getWorkspace().getRoot().accept((IResourceVisitor) r -> {
				if (r instanceof IFile f && "ccw".equalsIgnoreCase(f.getFileExtension())) {
					files.add(f);
				}
				return !monitor.isCanceled();
			}, IResource.DEPTH_INFINITE, false);
		} catch (CoreException e) {
			return e.getStatus();
		}
		monitor.beginTask(getName(), files.size());
		List<Found> found = new ArrayList<>();
		for (IFile f : files) {
			if (monitor.isCanceled()) {
				return Status.CANCEL_STATUS;
			}
			String text = text(f);
			if (text != null && found.size() < MOST) {
				Search.of(text, what, words, MOST - found.size()).forEach(m -> found.add(new Found(f, m)));
			}
			monitor.worked(1);
		}
		done.accept(found, files.size());
		return Status.OK_STATUS;
	}

	/** Null if the file cannot be read. */
	private String text(IFile file) {
		String[] edited = new String[1];
		PlatformUI.getWorkbench().getDisplay().syncExec(() -> edited[0] = edited(file));
		if (edited[0] != null) {
			return edited[0];
		}
		try (InputStream in = file.getContents(true)) {
			return new String(in.readNBytes(Limits.TEXT), StandardCharsets.UTF_8);
		} catch (CoreException | IOException e) {
			return null;
		}
	}

	private String edited(IFile file) {
		for (IEditorReference r : page.getEditorReferences()) {
			IEditorPart editor = r.getEditor(false);
			if (editor != null && editor.isDirty() && editor.getEditorInput() instanceof IFileEditorInput in && in.getFile().equals(file)) {
				Program.Source source = Adapters.adapt(editor, Program.Source.class);
				return source == null ? null : source.program().text();
			}
		}
		return null;
	}
}
