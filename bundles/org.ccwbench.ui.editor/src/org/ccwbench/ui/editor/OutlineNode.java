// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.ccwbench.model.Ccw;
import org.ccwbench.model.CommentLine;
import org.ccwbench.model.Document;
import org.ccwbench.model.Statement;
import org.ccwbench.notation.StatementKind;
import org.ccwbench.ui.Pictures;

/**
 * A row of the outline.
 *
 * @param line of the text, from 1
 */
record OutlineNode(String text, String picture, int line, List<OutlineNode> children) {
	/** The invisible root of a document's rows. */
	static OutlineNode of(Document document) {
		List<OutlineNode> rows = new ArrayList<>();
		OutlineNode chain = null;
		int line = 1;
		for (Statement s : document.getStatements()) {
			if (s instanceof Ccw) {
				if (chain == null) {
					chain = new OutlineNode("Channel program" + (s.getLabel() == null ? "" : " " + s.getLabel()), Pictures.PROGRAM, line, new ArrayList<>());
					rows.add(chain);
				}
				chain.children().add(leaf(s, line));
			} else if (!(s instanceof CommentLine) && s.getOperation() != null) {
				chain = null;
				rows.add(leaf(s, line));
			}
			line += lines(s.getSource());
		}
		return new OutlineNode("", "", 0, rows);
	}

	private static OutlineNode leaf(Statement s, int line) {
		String label = s.getLabel() == null ? "" : s.getLabel() + "  ";
		String source = s.getSource() == null ? "" : s.getSource().strip();
		int operation = s.getOperation() == null ? -1 : source.toUpperCase(Locale.ROOT).indexOf(s.getOperation().toUpperCase(Locale.ROOT),
				s.getLabel() == null ? 0 : s.getLabel().length());
		String rest = operation < 0 ? source : source.substring(operation).replaceAll("\\s+", " ");
		return new OutlineNode(label + rest, picture(s), line, List.of());
	}

	private static String picture(Statement s) {
		StatementKind kind = StatementKind.of(s.getOperation());
		if (kind == null) {
			return Pictures.STATEMENT;
		}
		return switch (kind) {
			case DEVICE, SUBCH -> Pictures.DEVICE;
			case STORAGE, KEY, MAP, UNMAP, NOPIN -> Pictures.MAPPING;
			case ORB -> Pictures.ORB;
			case EXPECT -> Pictures.EXPECT;
			case CCW, CCW1 -> Pictures.CCW;
			case DC, DS, IDAL, MIDAL -> Pictures.DATA;
			default -> Pictures.STATEMENT;
		};
	}

	private static int lines(String source) {
		int n = 0;
		for (int i = 0; source != null && i < source.length(); i++) {
			char c = source.charAt(i);
			if (c == '\n' || c == '\r' && (i + 1 == source.length() || source.charAt(i + 1) != '\n')) {
				n++;
			}
		}
		return n;
	}
}
