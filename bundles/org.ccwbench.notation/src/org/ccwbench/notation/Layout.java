// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.List;
import java.util.Locale;
import org.ccwbench.model.CommentLine;
import org.ccwbench.model.Statement;

/**
 * Lines for statements: label in column 1, operation in 10, operands in 16, remarks in 40. Operands that do
 * not fit into 71 columns go on in column 16 of the next line, after a mark in column 72 where HLASM knows the
 * statement, after a comma where it does not.
 */
final class Layout {
	private static final int OPERATION = 9;
	private static final int OPERANDS = 15;
	private static final int REMARK = 39;
	private static final int WIDTH = 71;
	private static final String INDENT = " ".repeat(OPERANDS);

	private final int operationAt;
	private final int operandsAt;
	private final int remarkAt;
	private final String end;

	private Layout(int operationAt, int operandsAt, int remarkAt, String end) {
		this.operationAt = operationAt;
		this.operandsAt = operandsAt;
		this.remarkAt = remarkAt;
		this.end = end;
	}

	/** The canonical columns. */
	static Layout canonical(String lineEnd) {
		return new Layout(OPERATION, OPERANDS, REMARK, lineEnd);
	}

	/** The columns of a statement's source, if it is one line with them; else the canonical ones. */
	static Layout of(Card card, String lineEnd) {
		boolean plain = card != null && card.operation != null && card.remarks.size() <= 1
				&& card.text.substring(card.begin, card.end).indexOf('\t') < 0 && !card.operands().isEmpty()
				&& card.offset(card.operands().length() - 1) - card.offset(0) == card.operands().length() - 1;
		if (!plain) {
			return canonical(lineEnd);
		}
		int remark = card.remarks.isEmpty() ? REMARK : card.remarks.get(0).offset() - card.begin;
		return new Layout(card.operation.offset() - card.begin, card.offset(0) - card.begin, remark, lineEnd);
	}

	/** The statement without its last line end. */
	String line(Statement s, boolean upper) {
		if (s instanceof CommentLine c) {
			return comment(c);
		}
		String operation = clean(OperandText.operation(s));
		String operands = clean(OperandText.of(s));
		String remark = s.getComment() == null ? "" : clean(s.getComment()).strip();
		StatementKind kind = StatementKind.of(operation);
		if (kind != null && !kind.hlasm()) {
			operands = Operand.withoutEmptyEnd(operands);
		}
		if (operands.isEmpty() && !remark.isEmpty()) {
			operands = ",";
		}
		StringBuilder b = new StringBuilder(s.getLabel() == null ? "" : clean(s.getLabel()).strip());
		to(b, operationAt);
		b.append(upper ? operation.toUpperCase(Locale.ROOT) : operation);
		if (!operands.isEmpty()) {
			to(b, operandsAt);
		}
		operands(b, operands, kind);
		if (!remark.isEmpty()) {
			remark(b, remark);
		}
		return b.toString();
	}

	private void operands(StringBuilder b, String operands, StatementKind kind) {
		boolean fits = b.length() + operands.length() <= WIDTH || b.length() >= WIDTH || operands.indexOf('\t') >= 0;
		if (fits || kind == null) {
			b.append(operands);
		} else if (kind.hlasm()) {
			int from = 0;
			int room = WIDTH - b.length();
			while (operands.length() - from > room) {
				b.append(operands, from, from + room).append('X').append(end).append(INDENT);
				from += room;
				room = WIDTH - OPERANDS;
			}
			b.append(operands, from, operands.length());
		} else {
			int lineStart = 0;
			List<Operand> list = Operand.split(operands, true);
			for (int i = 0; i < list.size(); i++) {
				Operand o = list.get(i);
				int length = o.end() - o.nameAt() + 1;
				if (i > 0 && b.length() - lineStart + length > WIDTH) {
					b.append(end);
					lineStart = b.length();
					b.append(INDENT);
				}
				b.append(operands, o.nameAt(), o.end()).append(i < list.size() - 1 ? "," : "");
			}
		}
	}

	private void remark(StringBuilder b, String remark) {
		int lineStart = Math.max(b.lastIndexOf("\n"), b.lastIndexOf("\r")) + 1;
		int column = Math.max(b.length() - lineStart + 1, remarkAt);
		while (trap(column, remark)) {
			column++;
		}
		to(b, lineStart + column);
		b.append(remark);
	}

	/** Whether a remark at {@code column} would look like a continuation mark in column 72. */
	private static boolean trap(int column, String remark) {
		int at = WIDTH - column;
		return at >= 0 && at < remark.length() && !CardReader.isBlank(remark.charAt(at))
				&& column + remark.length() <= 80 && (column + remark.length() == 72 || at + 1 < remark.length()
						&& (CardReader.isBlank(remark.charAt(at + 1)) || column + remark.length() == 80));
	}

	private static String comment(CommentLine c) {
		String text = c.getText() == null ? "" : clean(c.getText()).stripTrailing();
		boolean fine = text.isEmpty() || text.startsWith("*") || text.startsWith(".*");
		return fine ? text : "* " + text;
	}

	/** Fills with blanks up to an index, one at least unless nothing stands before it. */
	private static void to(StringBuilder b, int index) {
		int n = Math.max(index - b.length(), b.isEmpty() ? index : 1);
		b.append(" ".repeat(Math.max(0, n)));
	}

	private static String clean(String s) {
		return s.replace("\r\n", " ").replace('\n', ' ').replace('\r', ' ');
	}
}
