// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import org.ccwbench.notation.Problem;
import org.ccwbench.notation.Severity;
import org.eclipse.jface.text.source.Annotation;

/** A problem of the text as it stands. */
final class ProblemAnnotation extends Annotation {
	private static final String ERROR = "org.eclipse.ui.workbench.texteditor.error";
	private static final String WARNING = "org.eclipse.ui.workbench.texteditor.warning";

	private final boolean fixable;

	/** @param fixable whether there is a quick fix */
	ProblemAnnotation(Problem problem, boolean fixable) {
		super(problem.severity() == Severity.ERROR ? ERROR : WARNING, false, words(problem));
		this.fixable = fixable;
	}

	boolean fixable() {
		return fixable;
	}

	static String words(Problem p) {
		return p.expected().isEmpty() ? p.message() : p.message() + "; expected " + p.expected();
	}
}
