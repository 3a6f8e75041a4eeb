// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The form of one card's operands: counts, keywords, quotes, expressions and constants. */
final class Syntax {
	private static final int CLIP = 24;
	private static final int LABEL = 63;
	private static final int LONGEST = 32;

	private final Card card;
	private final Problems problems;

	/** Says nothing if {@code problems} is null. */
	Syntax(Card card, Problems problems) {
		this.card = card;
		this.problems = problems;
	}

	static String clip(String s) {
		return s.length() > CLIP ? s.substring(0, CLIP) + "…" : s;
	}

	void span(Card.Span s, String message, String expected) {
		if (problems != null) {
			problems.error(s.offset(), s.length(), message, expected);
		}
	}

	/** A problem with one character of the operand field. */
	void index(int at, String message, String expected) {
		if (problems != null) {
			problems.error(card.offset(at), 1, message, expected);
		}
	}

	/** A problem with a whole operand, keyword included. */
	void span(Operand o, String message, String expected) {
		if (problems != null) {
			problems.error(card.offset(o.nameAt()), card.length(o.nameAt(), o.end()), message, expected);
		}
	}

	/** A problem with an operand's value. */
	void operand(Operand o, String message, String expected) {
		if (problems != null) {
			problems.error(card.offset(o.at()), card.length(o.at(), o.end()), message, expected);
		}
	}

	void tooLong() {
		span(new Card.Span(card.begin, 1), "the statement, or the text before it, is too long to be read",
				"at most " + Limits.STATEMENT + " characters a statement, " + Limits.STATEMENTS + " statements and "
						+ Limits.TEXT + " characters a text");
	}

	void unknownOperation() {
		if (problems == null) {
			return;
		}
		String op = card.operation();
		if (problems.isFull()) {
			span(op == null ? card.label : card.operation, "no statement", "");
			return;
		}
		if (op == null) {
			String near = Suggest.didYouMean(card.label(), StatementKind.allNames());
			span(card.label, "label " + clip(card.label()) + " without a statement" + near, "CCW1, DC, DS, EQU, ORB ..");
			return;
		}
		String nearLabel = card.label == null ? null : Suggest.closest(card.label(), StatementKind.allNames());
		if (nearLabel != null && Suggest.closest(op, StatementKind.allNames()) == null) {
			span(card.label, "'" + clip(card.label()) + "' is no statement; did you mean " + nearLabel + "?",
					"a statement name");
			return;
		}
		String why = switch (op.toUpperCase(Locale.ROOT)) {
			case "MACRO", "MEND", "COPY", "AIF", "AGO", "SETA", "SETB", "SETC", "GBLA", "GBLB", "GBLC", "LCLA", "LCLB",
					"LCLC", "ANOP" -> "macro language and COPY are not supported: '" + op + "'";
			case "CNOP", "CXD", "DXD", "OPSYN", "LOCTR", "COM" -> "'" + op + "' is HLASM's, and not supported here";
			default -> "'" + clip(op) + "' is no statement" + Suggest.didYouMean(op, StatementKind.allNames());
		};
		span(card.operation, why, "CCW1, DC, DS, EQU, ORB ..");
	}

	/** Whether {@code s} may be a label. */
	static boolean isLabel(String s) {
		if (s.isEmpty() || s.length() > LABEL || !CardReader.isNameStart(s.charAt(0))) {
			return false;
		}
		return s.chars().allMatch(c -> CardReader.isNamePart((char) c));
	}

	void label() {
		if (card.label != null && !isLabel(card.label())) {
			span(card.label, "'" + clip(card.label()) + "' is not a label",
					"a letter, @, #, $ or _ and up to " + (LABEL - 1) + " letters and digits");
		}
	}

	void quotes() {
		if (card.openQuote) {
			int open = card.operands().lastIndexOf('\'');
			if (problems != null && open >= 0) {
				problems.error(card.offset(open), card.length(open, card.operands().length()),
						"the apostrophe is not closed on this line", "'");
			}
		}
	}

	/** At least and at most so many operands. */
	void count(List<Operand> operands, StatementKind kind, int least, int most) {
		String form = kind.names().get(0) + " " + kind.operands();
		if (operands.size() < least) {
			Card.Span op = card.operation;
			int at = operands.isEmpty() ? op.offset() : card.offset(operands.get(operands.size() - 1).end());
			span(new Card.Span(at, operands.isEmpty() ? op.length() : 1),
					kind.names().get(0) + " wants " + (least == most ? "" : "at least ") + plural(least) + ", found "
							+ operands.size(), form);
		} else if (operands.size() > most) {
			span(operands.get(most), kind.names().get(0) + " takes " + plural(most) + ", found " + operands.size(), form);
		}
	}

	private static String plural(int n) {
		return n + (n == 1 ? " operand" : " operands");
	}

	/** A keyword that {@code kind} knows, and the form of its value. */
	void keyword(Operand o, StatementKind kind, Operand before) {
		if (problems == null) {
			return;
		}
		List<String> known = Keyword.allNames(kind);
		if (o.name() == null) {
			bare(o, kind, before, known);
			return;
		}
		Keyword k = Keyword.find(kind, o.name());
		if (k == null) {
			String near = Suggest.closest(o.name(), known);
			if (kind != StatementKind.DEVICE || near != null) {
				span(o, kind.names().get(0) + " has no keyword " + clip(o.name())
						+ (near == null ? "" : "; did you mean " + near + "?"), list(kind));
			}
			return;
		}
		value(o, k);
	}

	/** The first operand of FAULT. */
	void faultKind(Operand o) {
		if (o.name() != null) {
			span(o, "FAULT does not say what goes wrong", "FAULT kind,keyword=..");
		} else if (FaultKind.of(o.text()) == null) {
			List<String> known = Arrays.stream(FaultKind.values()).map(FaultKind::name).toList();
			operand(o, "'" + clip(o.text()) + "' is nothing that can go wrong" + Suggest.didYouMean(o.text(), known),
					String.join(", ", known));
		}
	}

	private void bare(Operand o, StatementKind kind, Operand before, List<String> known) {
		boolean content = before != null && before.name() != null && before.name().equalsIgnoreCase("DATA")
				&& kind == StatementKind.EXPECT && !before.text().startsWith("(");
		if (content) {
			constant(o, false);
			return;
		}
		Keyword k = o.text().length() > LONGEST ? null : Keyword.find(kind, o.text());
		if (k == null || k.type() != Keyword.Type.FLAG) {
			operand(o, o.text().isEmpty() ? "an operand is missing" : "'" + clip(o.text()) + "' is no keyword=value"
					+ Suggest.didYouMean(o.text(), known), list(kind));
		}
	}

	private static String list(StatementKind kind) {
		StringBuilder b = new StringBuilder();
		Keyword.of(kind).forEach(k -> b.append(b.isEmpty() ? "" : ", ").append(k.name()).append('='));
		return b.toString();
	}

	private void value(Operand o, Keyword k) {
		switch (k.type()) {
			case NUMBER -> expression(o);
			case FLAG -> {
				if (flag(o.text()) == null) {
					operand(o, k.name() + " is on or off, found '" + clip(o.text()) + "'", "YES or NO");
				}
			}
			case TEXT -> {
				if (o.text().isEmpty()) {
					operand(o, k.name() + " has no value", k.help());
				}
			}
			case BYTES -> constant(o, false);
			case LIST -> o.parts().forEach(this::expression);
			case CONTENT -> {
				List<Operand> parts = o.parts();
				expression(parts.get(0));
				if (parts.size() == 2) {
					constant(parts.get(1), false);
				} else if (parts.size() > 2) {
					operand(parts.get(2), "DATA takes an address and one constant", "DATA=(address,C'..')");
				}
			}
		}
	}

	/** True, false, or null if the text is neither. */
	static Boolean flag(String s) {
		return switch (s.toUpperCase(Locale.ROOT)) {
			case "YES", "Y", "1", "ON" -> Boolean.TRUE;
			case "NO", "N", "0", "OFF" -> Boolean.FALSE;
			default -> null;
		};
	}

	void expression(Operand o) {
		if (problems != null) {
			new ExpressionReader(card, problems).read(o);
		}
	}

	void constant(Operand o, boolean reserve) {
		if (problems != null) {
			ConstantReader.read(o, card, problems, reserve);
		}
	}
}
