// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.diagram;

import java.util.List;

/** A line between two figures. */
final class Link {
	enum Kind {
		START("the ORB's program"), COMMAND("command chaining"), DATA_CHAIN("data chaining"), TIC("transfer in channel"), INDIRECT("indirect data addressing"),
		DATA("data");

		final String words;

		Kind(String words) {
			this.words = words;
		}
	}

	/** A corner of the line, or an end. */
	record Point(double x, double y) {}

	final Kind kind;
	final Figure from;
	final Figure to;
	/** From the edge of {@link #from} to that of {@link #to}; at least two. */
	List<Point> points = List.of();

	Link(Kind kind, Figure from, Figure to) {
		this.kind = kind;
		this.from = from;
		this.to = to;
	}

	/** Whether it leaves and enters at the sides, not at top and bottom. */
	boolean sideways() {
		return kind == Kind.INDIRECT || kind == Kind.DATA || kind == Kind.TIC;
	}
}
