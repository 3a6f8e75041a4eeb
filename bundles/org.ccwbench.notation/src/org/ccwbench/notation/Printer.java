// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.List;
import java.util.Objects;
import org.ccwbench.model.CommentLine;
import org.ccwbench.model.Document;
import org.ccwbench.model.Statement;
import org.ccwbench.model.Unreadable;

/**
 * Document to text. A statement whose features still say what its source says is printed as its source, to
 * the byte; others get a new line in the old columns.
 */
final class Printer {
	/** The text, and for each statement the offset where it begins. */
	record Printed(String text, int[] starts) {}

	private final String lineEnd;
	private final boolean canonical;

	private Printer(Document document, boolean canonical) {
		this.lineEnd = lineEnd(document);
		this.canonical = canonical;
	}

	static Printed print(Document document) {
		return new Printer(document, false).all(document.getStatements());
	}

	/** The canonical columns throughout; comments and what cannot be read stay as they are. */
	static String format(Document document) {
		return new Printer(document, true).all(document.getStatements()).text();
	}

	private Printed all(List<Statement> statements) {
		StringBuilder b = new StringBuilder();
		int[] starts = new int[statements.size()];
		for (int i = 0; i < starts.length; i++) {
			if (!b.isEmpty() && !Lines.isEnd(b.charAt(b.length() - 1))) {
				b.append(lineEnd);
			}
			starts[i] = b.length();
			b.append(text(statements.get(i), i == starts.length - 1));
		}
		return new Printed(b.toString(), starts);
	}

	private String text(Statement s, boolean last) {
		String source = s.getSource();
		Card card = source == null ? null : first(source);
		boolean same = card != null && (s instanceof Unreadable || says(StatementReader.read(card, null), s));
		if (same && (!canonical || s instanceof Unreadable || s instanceof CommentLine)) {
			return canonical && s instanceof CommentLine c && c.getText().isBlank() ? ending(source, last) : source;
		}
		if (s instanceof Unreadable) {
			return "";
		}
		boolean whole = !same || !canonical || holdsEverything(card, s);
		String line = whole ? line(s, card) : null;
		if (canonical && line == null) {
			return source != null ? unfinished(card, source) : plain(s) + lineEnd;
		}
		return (line == null ? plain(s) : line) + (source == null ? lineEnd : ending(source, last));
	}

	/** Whether the model has every operand that the source has; if not, the source is wrong and is better kept. */
	private static boolean holdsEverything(Card card, Statement s) {
		StatementKind kind = card.kind();
		return kind == null || operands(card.operands(), kind).equals(operands(OperandText.of(s), kind));
	}

	private static List<String> operands(String field, StatementKind kind) {
		return Operand.split(field, false).stream().map(Operand::text).filter(t -> kind.hlasm() || !t.isEmpty()).sorted().toList();
	}

	/** A source that is kept must not join the line that follows now. */
	private static String unfinished(Card card, String source) {
		StatementKind kind = card.kind();
		String field = card.operands();
		StringBuilder b = new StringBuilder(source);
		if (kind != null && !kind.hlasm() && !card.openQuote) {
			for (int i = field.length() - 1; i >= 0 && field.charAt(i) == ','; i--) {
				b.setCharAt(card.offset(i), ' ');
			}
		}
		return b.toString();
	}

	/** A line that reads as the same statement, in the best columns that give one; null if none does. */
	private String line(Statement s, Card card) {
		String best = (canonical ? Layout.canonical(lineEnd) : Layout.of(card, lineEnd)).line(s, canonical);
		if (reads(best, s)) {
			return best;
		}
		String plain = plain(s);
		return reads(plain, s) ? plain : null;
	}

	private String plain(Statement s) {
		return Layout.canonical(lineEnd).line(s, canonical);
	}

	/** Whether a line is one statement that says the same, whatever stands on the next line. */
	private static boolean reads(String line, Statement s) {
		Card card = first(line + "\n" + " ".repeat(20) + "x");
		return card.end == line.length() + 1 && says(StatementReader.read(card, null), s);
	}

	private static Card first(String text) {
		List<Card> cards = text.isEmpty() ? List.of() : CardReader.read(text);
		return cards.isEmpty() ? new Card("", 0) : cards.get(0);
	}

	/** Whether two statements have the same features, references and source apart. */
	static boolean says(Statement a, Statement b) {
		if (a.eClass() != b.eClass()) {
			return false;
		}
		if (a instanceof CommentLine x && b instanceof CommentLine y) {
			return Objects.equals(x.getText(), y.getText());
		}
		return Objects.equals(a.getLabel(), b.getLabel()) && Objects.equals(a.getComment(), b.getComment())
				&& OperandText.operation(a).equalsIgnoreCase(OperandText.operation(b))
				&& OperandText.of(a).equals(OperandText.of(b));
	}

	private String ending(String source, boolean last) {
		int n = source.length();
		int from = n;
		while (from > 0 && n - from < 2 && Lines.isEnd(source.charAt(from - 1))
				&& (from == n || source.charAt(from - 1) == '\r' && source.charAt(from) == '\n')) {
			from--;
		}
		return from == n && !last ? lineEnd : source.substring(from);
	}

	private static String lineEnd(Document document) {
		for (Statement s : document.getStatements()) {
			String source = s.getSource();
			if (source != null && source.endsWith("\r\n")) {
				return "\r\n";
			}
			if (source != null && !source.isEmpty() && Lines.isEnd(source.charAt(source.length() - 1))) {
				return source.substring(source.length() - 1);
			}
		}
		return "\n";
	}
}
