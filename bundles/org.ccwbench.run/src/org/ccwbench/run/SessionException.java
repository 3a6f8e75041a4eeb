// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.List;
import org.ccwbench.notation.Problem;
import org.ccwbench.notation.Severity;

/** A session cannot begin: the text has errors, or what it asks for cannot be set up. */
public final class SessionException extends Exception {
	private static final long serialVersionUID = 1L;
	private final transient List<Problem> problems;

	public SessionException(String message) {
		super(message);
		problems = List.of();
	}

	/** @param found at least one */
	public SessionException(List<Problem> found) {
		super(first(found).toString());
		problems = List.copyOf(found);
	}

	private static Problem first(List<Problem> found) {
		return found.stream().filter(p -> p.severity() == Severity.ERROR).findFirst().orElse(found.get(0));
	}

	/** What is wrong with the text, in its order, with places; empty if it is not about the text. */
	public List<Problem> problems() {
		return problems;
	}
}
