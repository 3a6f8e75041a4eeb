// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.List;

/**
 * A way to put something right.
 *
 * @param title what it does, an order: "Add SLI"
 * @param edits of the text; they do not overlap
 */
public record Fix(String title, List<Edit> edits) {
	public Fix {
		edits = List.copyOf(edits);
	}

	/** One edit; null if there is nothing to edit. */
	static Fix of(String title, Edit edit) {
		return edit == null ? null : new Fix(title, List.of(edit));
	}
}
