// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import java.util.ArrayList;
import java.util.List;

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
		OutlineNode open = null;
		int line = 1;
		for (Statement s : document.getStatements()) {
			boolean ccw = s instanceof Ccw;
			if (ccw && (open == null || !open.picture.equals(Pictures.PROGRAM))) {
				open = new OutlineNode("Program" + (s.getLabel() == null ? "" : " " + s.getLabel()), Pictures.PROGRAM, line, new ArrayList<>());
				rows.add(open);
			}
			if (!(s instanceof CommentLine) && s.getOperation() != null) {
				OutlineNode leaf = leaf(s, line);
				boolean below = ccw || open != null && s.getLabel() == null && leaf.picture.equals(Pictures.DATA) && open.picture.equals(Pictures.DATA);
				(below ? open.children : rows).add(leaf);
				open = below ? open : leaf;
			}
			line += lines(s.getSource());
		}
		return new OutlineNode("", "", 0, rows);
	}

	/** Label, operation and operands; remarks are read in the text. */
	private static OutlineNode leaf(Statement s, int line) {
		String source = s.getSource() == null ? "" : s.getSource().strip();
		String label = s.getLabel() == null ? "" : s.getLabel();
		if (!label.isEmpty() && source.regionMatches(true, 0, label, 0, label.length())) {
			source = source.substring(label.length()).strip();
		}
		int remark = s.getComment() == null ? -1 : source.lastIndexOf(s.getComment());
		String rest = (remark > 0 ? source.substring(0, remark) : source).strip().replaceAll("\\s+", " ");
		return new OutlineNode(label.isEmpty() ? rest : label + "  " + rest, picture(s), line, new ArrayList<>());
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
