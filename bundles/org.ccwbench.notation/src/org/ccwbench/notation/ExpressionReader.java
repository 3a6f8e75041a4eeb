// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ccwbench.arch.Ebcdic;
import org.ccwbench.notation.Expression.Chain;
import org.ccwbench.notation.Expression.Here;
import org.ccwbench.notation.Expression.Length;
import org.ccwbench.notation.Expression.Name;
import org.ccwbench.notation.Expression.Negative;
import org.ccwbench.notation.Expression.Value;
import org.ccwbench.notation.Expression.Wrong;

/**
 * Reads expressions: labels, {@code *}, {@code + - * /}, parentheses, decimal numbers with K, M, G or T behind
 * them, {@code X''}, {@code B''}, {@code C''}, {@code 0x}, {@code L'name}. Reports to a card.
 */
final class ExpressionReader {
	static final String TERM = "a label, a number, X'..', C'..', B'..', * or (";

	private final Card card;
	private final Problems problems;
	private String s;
	private int base;
	private int i;
	private int depth;

	ExpressionReader(Card card, Problems problems) {
		this.card = card;
		this.problems = problems;
	}

	/** Reads all of {@code operand}; never null. */
	Expression read(Operand operand) {
		s = operand.text();
		base = operand.at();
		i = 0;
		depth = 0;
		Expression e = sum();
		if (i < s.length() && !(e instanceof Wrong)) {
			return wrong(i, 1, "'" + found() + "' is not an operator",
					"+, -, *, / or the end of the operand");
		}
		return e;
	}

	private Expression sum() {
		int from = i;
		List<Expression> terms = new ArrayList<>(2);
		StringBuilder operators = new StringBuilder();
		terms.add(product());
		while (i < s.length() && (s.charAt(i) == '+' || s.charAt(i) == '-')) {
			operators.append(s.charAt(i++));
			terms.add(product());
		}
		return chain(from, terms, operators);
	}

	private Expression product() {
		int from = i;
		List<Expression> terms = new ArrayList<>(1);
		StringBuilder operators = new StringBuilder();
		terms.add(factor());
		while (i < s.length() && (s.charAt(i) == '*' || s.charAt(i) == '/')) {
			operators.append(s.charAt(i++));
			terms.add(factor());
		}
		return chain(from, terms, operators);
	}

	private Expression chain(int from, List<Expression> terms, StringBuilder operators) {
		for (Expression t : terms) {
			if (t instanceof Wrong) {
				i = s.length();
				return t;
			}
		}
		return terms.size() == 1 ? terms.get(0) : new Chain(base + from, base + i, terms, operators.toString());
	}

	private Expression factor() {
		int from = i;
		if (i < s.length() && (s.charAt(i) == '+' || s.charAt(i) == '-' || s.charAt(i) == '(')) {
			char c = s.charAt(i++);
			if (++depth > Limits.NESTING) {
				return wrong(from, 1, "parentheses and signs inside each other more than " + Limits.NESTING + " deep", "");
			}
			Expression inner = c == '(' ? sum() : factor();
			depth--;
			if (inner instanceof Wrong) {
				return inner;
			}
			if (c == '(') {
				if (i >= s.length() || s.charAt(i) != ')') {
					return wrong(i, 1, "missing right parenthesis, found " + found(), ")");
				}
				i++;
				return inner;
			}
			return c == '-' ? new Negative(base + from, base + i, inner) : inner;
		}
		return primary();
	}

	private Expression primary() {
		int from = i;
		if (i >= s.length()) {
			return wrong(i, 1, s.isEmpty() ? "the operand is missing" : "a term is missing, found " + found(), TERM);
		}
		char c = s.charAt(i);
		if (c == '*') {
			i++;
			return new Here(base + from, base + i);
		}
		if (c >= '0' && c <= '9') {
			return number();
		}
		boolean quoted = i + 1 < s.length() && s.charAt(i + 1) == '\'';
		if (quoted && (c == 'L' || c == 'l')) {
			return length();
		}
		if (quoted && "XxCcBb".indexOf(c) >= 0) {
			return selfDefining(Character.toUpperCase(c));
		}
		if (CardReader.isNameStart(c)) {
			String name = name();
			return new Name(base + from, base + i, name);
		}
		if (c == '&') {
			return wrong(i, 1, "macro language (&) is not supported", TERM);
		}
		return wrong(i, 1, "a term cannot begin with '" + found() + "'", TERM);
	}

	private Expression length() {
		int from = i;
		i += 2;
		if (i < s.length() && s.charAt(i) == '*') {
			i++;
			return new Length(base + from, base + i, null);
		}
		if (i < s.length() && CardReader.isNameStart(s.charAt(i))) {
			String name = name();
			return new Length(base + from, base + i, name);
		}
		return wrong(i, 1, "L' wants a label", "a label or *");
	}

	private String name() {
		int from = i;
		while (i < s.length() && CardReader.isNamePart(s.charAt(i))) {
			i++;
		}
		return s.substring(from, i);
	}

	private Expression number() {
		int from = i;
		if (s.startsWith("0x", i) || s.startsWith("0X", i)) {
			i += 2;
			int digits = i;
			while (i < s.length() && Character.digit(s.charAt(i), 16) >= 0) {
				i++;
			}
			return hex(from, s.substring(digits, i));
		}
		while (i < s.length() && s.charAt(i) >= '0' && s.charAt(i) <= '9') {
			i++;
		}
		int shift = i < s.length() ? 10 * ("KMGT".indexOf(Character.toUpperCase(s.charAt(i))) + 1) : 0;
		String digits = s.substring(from, i);
		i += shift > 0 ? 1 : 0;
		if (i < s.length() && CardReader.isNamePart(s.charAt(i))) {
			return wrong(from, i - from + 1, "'" + clip(s.substring(from)) + "' is neither a number nor a name",
					"a number such as 80, 4K, X'50' or 0x50");
		}
		try {
			long value = Long.parseLong(digits);
			if (shift > 0 && value > Long.MAX_VALUE >> shift) {
				throw new NumberFormatException();
			}
			return new Value(base + from, base + i, value << shift);
		} catch (NumberFormatException e) {
			return wrong(from, i - from, "the number is too large", "a number below 2**63");
		}
	}

	private Expression selfDefining(char type) {
		int from = i;
		int close = Quoted.close(s, i + 1);
		if (close < 0) {
			return wrong(from, s.length() - from, "missing apostrophe after " + type + "'..", "'");
		}
		String body = Quoted.unquote(s, i + 1, close);
		i = close + 1;
		if (body.isEmpty()) {
			return wrong(from, i - from, type + "'' holds nothing", type == 'C' ? "characters" : "digits");
		}
		if (type == 'X') {
			return hex(from, body);
		}
		if (type == 'B') {
			return body.length() <= 64 && body.matches("[01]+")
					? new Value(base + from, base + i, Long.parseUnsignedLong(body, 2))
					: wrong(from, i - from, "B'..' takes up to 64 binary digits", "0 and 1");
		}
		if (body.length() > 8) {
			return wrong(from, i - from, "C'..' takes up to 8 characters in an expression", "");
		}
		for (int k = 0; k < body.length(); k++) {
			if (body.charAt(k) > 0xFF) {
				return wrong(from, i - from, "'" + body.charAt(k) + "' has no EBCDIC code", "");
			}
		}
		long value = 0;
		for (byte b : Ebcdic.IBM1047.encode(body)) {
			value = value << 8 | b & 0xFF;
		}
		return new Value(base + from, base + i, value);
	}

	private Expression hex(int from, String digits) {
		try {
			return new Value(base + from, base + i, Long.parseUnsignedLong(digits.toUpperCase(Locale.ROOT), 16));
		} catch (NumberFormatException e) {
			return wrong(from, i - from, "not a hexadecimal number of up to 16 digits", "digits 0-9 and A-F");
		}
	}

	private String found() {
		return i < s.length() ? String.valueOf(s.charAt(i)) : "the end of the operand";
	}

	private static String clip(String t) {
		return t.length() > 20 ? t.substring(0, 20) + "…" : t;
	}

	private Expression wrong(int at, int length, String message, String expected) {
		int from = Math.min(base + at, card.operands().length());
		problems.error(card.offset(from), card.length(from, from + length), message, expected);
		i = s.length();
		return new Wrong(base + at, base + at + length);
	}
}
