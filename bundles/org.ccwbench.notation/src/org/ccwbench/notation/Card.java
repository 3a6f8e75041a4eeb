// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One statement of a text, cut into its fields, with continuation lines joined. Remembers for every character
 * of the joined operand field where it stands in the text.
 */
final class Card {
	/** A stretch of the text. */
	record Span(int offset, int length) {}

	enum Shape { BLANK, COMMENT, STATEMENT, TOO_LONG }

	final String text;
	final int begin;
	int end;
	Shape shape = Shape.STATEMENT;
	Span label;
	Span operation;
	/** Whether the operand field ends inside quotes. */
	boolean openQuote;
	final List<Span> remarks = new ArrayList<>(1);
	/** Marks in column 72 and sequence fields in columns 73-80. */
	final List<Span> marks = new ArrayList<>(0);

	private final StringBuilder operands = new StringBuilder();
	private String joined;
	private int[] logical = new int[2];
	private int[] offsets = new int[2];
	private int pieces;

	Card(String text, int begin) {
		this.text = text;
		this.begin = begin;
	}

	/** Starts a piece of the operand field that stands at {@code offset}. */
	void piece(int offset) {
		if (pieces == logical.length) {
			logical = Arrays.copyOf(logical, pieces * 2);
			offsets = Arrays.copyOf(offsets, pieces * 2);
		}
		logical[pieces] = operands.length();
		offsets[pieces++] = offset;
	}

	void append(char c) {
		operands.append(c);
	}

	StringBuilder field() {
		return operands;
	}

	/** The operand field, continuation joined; empty if there is none. */
	String operands() {
		if (joined == null) {
			joined = operands.toString();
		}
		return joined;
	}

	String label() {
		return string(label);
	}

	String operation() {
		return string(operation);
	}

	StatementKind kind() {
		return StatementKind.of(operation());
	}

	/** All remarks joined by a blank; null if there are none. */
	String remark() {
		if (remarks.isEmpty()) {
			return null;
		}
		StringBuilder b = new StringBuilder();
		for (Span s : remarks) {
			b.append(b.isEmpty() ? "" : " ").append(string(s));
		}
		return b.toString();
	}

	/** Offset in the text of index {@code at} of the operand field; of its end if {@code at} is its length. */
	int offset(int at) {
		if (pieces == 0) {
			Span last = operation != null ? operation : label;
			return last == null ? begin : last.offset + last.length;
		}
		int p = pieces - 1;
		while (p > 0 && logical[p] > at) {
			p--;
		}
		return offsets[p] + at - logical[p];
	}

	/** Characters of text from index {@code from} to {@code to} of the operand field, on the line of the first. */
	int length(int from, int to) {
		int p = pieces - 1;
		while (p > 0 && logical[p] > from) {
			p--;
		}
		int limit = p + 1 < pieces ? logical[p + 1] : operands.length();
		return Math.max(1, Math.min(to, limit) - from);
	}

	/** The whole statement without its last line end. */
	Span whole() {
		int e = end;
		while (e > begin && Lines.isEnd(text.charAt(e - 1))) {
			e--;
		}
		return new Span(begin, e - begin);
	}

	String source() {
		return text.substring(begin, end);
	}

	private String string(Span s) {
		return s == null ? null : text.substring(s.offset, s.offset + s.length);
	}
}
