// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.ccwbench.model.Document;
import org.ccwbench.notation.Finding;
import org.ccwbench.notation.Image;
import org.ccwbench.notation.LinuxDriver;
import org.ccwbench.notation.Notation;
import org.ccwbench.notation.Problem;
import org.ccwbench.notation.Review;
import org.ccwbench.notation.Severity;
import org.ccwbench.ui.UiPlugin;
import org.ccwbench.ui.prefs.RunPreferences;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.runtime.CoreException;

/** What is wrong with saved programs, for the Problems view. */
final class Markers {
	static final String TYPE = "org.ccwbench.ui.editor.problem";

	private Markers() {}

	/** Puts the problems of the text in the place of those that the file had. */
	static void update(IFile file, String text) {
		if (file == null || !file.isAccessible()) {
			return;
		}
		Document document = Notation.parse(file.getName(), text).document();
		Image image = Notation.assemble(document, LinuxDriver.of(RunPreferences.driver()));
		update(file, text, image, Review.of(document, image));
	}

	/** As of the text that was checked already. */
	static void update(IFile file, Checked.State state) {
		if (file != null && file.isAccessible()) {
			update(file, state.text(), state.image(), state.findings());
		}
	}

	private static void update(IFile file, String text, Image image, List<Finding> findings) {
		List<Problem> problems = new ArrayList<>(image.problems());
		findings.forEach(f -> problems.add(f.problem()));
		Rehearsals.of(text).forEach(f -> problems.add(f.problem()));
		try {
			file.getWorkspace().run(monitor -> {
				file.deleteMarkers(TYPE, true, IResource.DEPTH_ZERO);
				for (Problem p : problems) {
					file.createMarker(TYPE, attributes(p));
				}
			}, file, IWorkspace.AVOID_UPDATE, null);
		} catch (CoreException e) {
			UiPlugin.log("Problems of " + file.getFullPath() + " could not be marked", e);
		}
	}

	private static Map<String, Object> attributes(Problem p) {
		Map<String, Object> map = new HashMap<>();
		map.put(IMarker.SEVERITY, p.severity() == Severity.ERROR ? IMarker.SEVERITY_ERROR : IMarker.SEVERITY_WARNING);
		map.put(IMarker.MESSAGE, ProblemAnnotation.words(p));
		map.put(IMarker.LINE_NUMBER, p.line());
		map.put(IMarker.LOCATION, "line " + p.line() + ", column " + p.column());
		map.put(IMarker.CHAR_START, p.offset());
		map.put(IMarker.CHAR_END, p.offset() + p.length());
		return map;
	}
}
