// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into {@link Card cards}. Columns mean nothing, with two exceptions: what begins in column 1 is a
 * label (or a comment, with {@code *} or {@code .*}), and a mark in column 72 of a line that looks like an
 * 80-column card joins the next line from column 16. A statement that HLASM does not have may also be
 * continued by a comma at the end of its operands.
 */
final class CardReader {
	private static final int MARK = 71;
	private static final int RESUME = 15;
	private static final int SEQUENCE = 72;
	private static final int WIDTH = 80;
	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private final String text;
	private final int limit;
	private int at;
	private int start;
	private int stop;
	private boolean marked;

	private CardReader(String text) {
		this.text = text;
		this.limit = Math.min(text.length(), Limits.TEXT);
	}

	/** All cards of the text; together they cover it without a gap. */
	static List<Card> read(String text) {
		CardReader r = new CardReader(text);
		List<Card> cards = new ArrayList<>();
		while (r.at < r.limit && cards.size() < Limits.STATEMENTS) {
			cards.add(r.next());
		}
		if (r.at < text.length()) {
			Card rest = new Card(text, r.at);
			rest.end = text.length();
			rest.shape = Card.Shape.TOO_LONG;
			cards.add(rest);
		}
		return cards;
	}

	static boolean isBlank(char c) {
		return c == ' ' || c == '\t' || c == '\f';
	}

	private Card next() {
		Card card = new Card(text, at);
		line();
		if (stop - start > Limits.STATEMENT) {
			card.shape = Card.Shape.TOO_LONG;
		} else if (skipBlanks(start, stop) == stop) {
			card.shape = Card.Shape.BLANK;
		} else if (text.charAt(start) == '*' || text.startsWith(".*", start)) {
			comment(card);
		} else {
			statement(card);
		}
		card.end = at;
		return card;
	}

	private void comment(Card card) {
		card.shape = Card.Shape.COMMENT;
		while (marked && at - card.begin < Limits.STATEMENT) {
			line();
		}
	}

	private void statement(Card card) {
		int content = content(card);
		int from = skipBlanks(fields(card, content), content);
		boolean comma = card.kind() != null && !card.kind().hlasm();
		boolean ended = operand(card, from, content, false);
		while (true) {
			boolean wantsMore = !card.openQuote && endsWithComma(card);
			if (!marked && !(comma && wantsMore && nextIsIndented())) {
				return;
			}
			boolean byMark = marked;
			line();
			if (at - card.begin > Limits.STATEMENT) {
				card.shape = Card.Shape.TOO_LONG;
				return;
			}
			content = content(card);
			from = byMark ? Math.min(start + RESUME, content) : start;
			if (ended && !wantsMore) {
				remark(card, from, content);
			} else {
				ended = operand(card, card.openQuote ? from : skipBlanks(from, content), content, card.openQuote);
			}
		}
	}

	/** Label and operation; returns where the operands may begin. */
	private int fields(Card card, int content) {
		int i = start;
		if (!isBlank(text.charAt(i))) {
			int e = wordEnd(i, content);
			card.label = new Card.Span(i, e - i);
			i = e;
		}
		i = skipBlanks(i, content);
		if (i < content) {
			int e = wordEnd(i, content);
			card.operation = new Card.Span(i, e - i);
			i = e;
		}
		if (card.label != null && card.kind() == null && StatementKind.of(card.label()) != null) {
			card.operation = card.label;
			card.label = null;
			i = card.operation.offset() + card.operation.length();
		}
		return i;
	}

	/** Takes operand characters up to a blank outside quotes; true if a blank ended the field. */
	private boolean operand(Card card, int from, int to, boolean quoted) {
		boolean quote = quoted;
		if (from < to) {
			card.piece(from);
		}
		for (int i = from; i < to; i++) {
			char c = text.charAt(i);
			if (!quote && isBlank(c)) {
				card.openQuote = false;
				remark(card, i, to);
				return true;
			}
			if (c == '\'' && (quote || !isAttribute(card.field(), i + 1 < to ? text.charAt(i + 1) : ' '))) {
				quote = !quote;
			}
			card.append(c);
		}
		card.openQuote = quote;
		return from >= to && card.field().isEmpty();
	}

	/** Whether an apostrophe after {@code before} belongs to L'symbol. */
	static boolean isAttribute(CharSequence before, char next) {
		int n = before.length();
		return n > 0 && (before.charAt(n - 1) == 'L' || before.charAt(n - 1) == 'l')
				&& (n == 1 || !isNamePart(before.charAt(n - 2))) && (isNameStart(next) || next == '*');
	}

	static boolean isNameStart(char c) {
		return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '@' || c == '#' || c == '$' || c == '_';
	}

	static boolean isNamePart(char c) {
		return isNameStart(c) || c >= '0' && c <= '9';
	}

	private void remark(Card card, int from, int to) {
		int b = skipBlanks(from, to);
		int e = to;
		while (e > b && isBlank(text.charAt(e - 1))) {
			e--;
		}
		if (e > b) {
			card.remarks.add(new Card.Span(b, e - b));
		}
	}

	private static boolean endsWithComma(Card card) {
		int n = card.field().length();
		return n > 1 && card.field().charAt(n - 1) == ',' && card.field().charAt(n - 2) != ',';
	}

	/** Moves to the next physical line. */
	private void line() {
		start = at == 0 && text.startsWith(BYTE_ORDER_MARK) ? 1 : at;
		stop = lineEnd(at);
		at = stop;
		if (at < text.length()) {
			at += text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n' ? 2 : 1;
		}
		marked = isMarked();
	}

	private int lineEnd(int from) {
		int e = from;
		while (e < text.length() && !Lines.isEnd(text.charAt(e))) {
			e++;
		}
		return e;
	}

	/** Where the statement's part of the present line ends; notes mark and sequence field. */
	private int content(Card card) {
		boolean sequence = hasSequence();
		if (marked) {
			card.marks.add(new Card.Span(start + MARK, sequence ? stop - start - MARK : 1));
			return start + MARK;
		}
		if (sequence && isBlank(text.charAt(start + MARK))) {
			card.marks.add(new Card.Span(start + SEQUENCE, WIDTH - SEQUENCE));
			return start + SEQUENCE;
		}
		return stop;
	}

	private boolean isMarked() {
		int length = stop - start;
		if (length <= MARK || length > WIDTH || isBlank(text.charAt(start + MARK)) || hasTab()) {
			return false;
		}
		boolean card = length == SEQUENCE || isBlank(text.charAt(start + SEQUENCE)) || hasSequence();
		int nextStop = card ? lineEnd(at) : 0;
		return card && nextStop - at > RESUME && spaces(at, at + RESUME);
	}

	private boolean hasSequence() {
		if (stop - start != WIDTH || hasTab()) {
			return false;
		}
		for (int i = start + SEQUENCE; i < stop; i++) {
			char c = text.charAt(i);
			boolean digit = c >= '0' && c <= '9';
			if (!digit && (i >= stop - 4 || !isNameStart(c))) {
				return false;
			}
		}
		return true;
	}

	private boolean hasTab() {
		for (int i = start; i < stop; i++) {
			if (text.charAt(i) == '\t') {
				return true;
			}
		}
		return false;
	}

	private boolean spaces(int from, int to) {
		for (int i = from; i < to; i++) {
			if (text.charAt(i) != ' ') {
				return false;
			}
		}
		return true;
	}

	private boolean nextIsIndented() {
		if (at >= limit || !isBlank(text.charAt(at))) {
			return false;
		}
		int e = lineEnd(at);
		return skipBlanks(at, e) < e;
	}

	private int skipBlanks(int from, int to) {
		int i = from;
		while (i < to && isBlank(text.charAt(i))) {
			i++;
		}
		return i;
	}

	private int wordEnd(int from, int to) {
		int i = from;
		while (i < to && !isBlank(text.charAt(i))) {
			i++;
		}
		return i;
	}
}
