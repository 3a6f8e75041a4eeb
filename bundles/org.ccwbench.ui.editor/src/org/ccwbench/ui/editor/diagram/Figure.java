// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.diagram;

import java.util.List;

/** One statement as a box. Places are in points of the diagram at 100 %, from its upper left corner. */
final class Figure {
	enum Kind { ORB, CCW, TIC, IDAL, MIDAL, DATA }

	final Kind kind;
	/** Number of the statement in the document. */
	final int index;
	/** Guest absolute address; -1 if it has none. */
	final long address;
	/** First line, drawn bold: label and command. */
	final String title;
	final List<String> lines;
	/** Why it will be refused; null if nothing is known to be wrong. */
	final String problem;
	double x;
	double y;
	double width;
	double height;

	Figure(Kind kind, int index, long address, String title, List<String> lines, String problem) {
		this.kind = kind;
		this.index = index;
		this.address = address;
		this.title = title;
		this.lines = List.copyOf(lines);
		this.problem = problem;
	}

	boolean holds(double px, double py) {
		return px >= x && px <= x + width && py >= y && py <= y + height;
	}

	double middleX() {
		return x + width / 2;
	}

	double middleY() {
		return y + height / 2;
	}

	boolean isCommand() {
		return kind == Kind.CCW || kind == Kind.TIC;
	}

	/** For screen readers and hovers. */
	String words() {
		return kind + " " + title + (lines.isEmpty() ? "" : ": " + String.join(", ", lines)) + (problem == null ? "" : ". " + problem);
	}
}
