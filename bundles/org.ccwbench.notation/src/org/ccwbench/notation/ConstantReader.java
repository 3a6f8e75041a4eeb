// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.List;
import java.util.Locale;

/** Reads one operand of DC or DS: duplication factor, type, modifiers, nominal value. */
final class ConstantReader {
	/** Types that are read; E, D and L hold floating point and take no value but 0. */
	private static final String TYPES = "CXBFHAYPZEDL";

	private final Operand operand;
	private final Card card;
	private final Problems problems;
	private final String s;
	private int i;

	private ConstantReader(Operand operand, Card card, Problems problems) {
		this.operand = operand;
		this.card = card;
		this.problems = problems;
		this.s = operand.text();
	}

	/** The constant; null if it cannot be read, which has been reported. */
	static DataConstant read(Operand operand, Card card, Problems problems, boolean reserve) {
		return new ConstantReader(operand, card, problems).constant(reserve);
	}

	private DataConstant constant(boolean reserve) {
		Expression dup = factor();
		if (dup instanceof Expression.Wrong) {
			return null;
		}
		if (i >= s.length() || TYPES.indexOf(Character.toUpperCase(s.charAt(i))) < 0) {
			String found = i < s.length() ? "'" + s.charAt(i) + "'" : "the end of the operand";
			return wrong(i, "a constant's type is missing, found " + found, "C, X, B, F, H, A, AD, FD, Y, P, Z or D");
		}
		String type = type();
		Expression length = null;
		if (i < s.length() && (s.charAt(i) == 'L' || s.charAt(i) == 'l')) {
			i++;
			if (i < s.length() && s.charAt(i) == '.') {
				return wrong(i, "bit lengths are not supported", "a length in bytes");
			}
			length = factor();
			if (length == null) {
				return wrong(i, "the length after L is missing", "a number or (expression)");
			}
			if (length instanceof Expression.Wrong) {
				return null;
			}
		}
		return nominal(dup, type, length, reserve);
	}

	private String type() {
		char t = Character.toUpperCase(s.charAt(i++));
		char next = i < s.length() ? Character.toUpperCase(s.charAt(i)) : ' ';
		boolean doubled = next == 'D' && "AFDEL".indexOf(t) >= 0 || next == 'Q' && t == 'L'
				|| t == 'C' && (next == 'A' || next == 'E') || "EDL".indexOf(t) >= 0 && (next == 'H' || next == 'B');
		if (doubled) {
			i++;
			return "" + t + next;
		}
		return "" + t;
	}

	/** A decimal number or an expression in parentheses; null if neither is there. */
	private Expression factor() {
		int from = i;
		if (i < s.length() && s.charAt(i) == '(') {
			int close = matching(i);
			if (close < 0) {
				wrong(i, "missing right parenthesis", ")");
				return new Expression.Wrong(i, i);
			}
			i = close + 1;
			return new ExpressionReader(card, problems).read(part(from + 1, close));
		}
		while (i < s.length() && s.charAt(i) >= '0' && s.charAt(i) <= '9') {
			i++;
		}
		return i == from ? null : new ExpressionReader(card, problems).read(part(from, i));
	}

	private int matching(int open) {
		int depth = 0;
		for (int k = open; k < s.length(); k++) {
			depth += s.charAt(k) == '(' ? 1 : s.charAt(k) == ')' ? -1 : 0;
			if (depth == 0) {
				return k;
			}
		}
		return -1;
	}

	private DataConstant nominal(Expression dup, String type, Expression length, boolean reserve) {
		boolean address = type.equals("A") || type.equals("AD") || type.equals("Y");
		if (i >= s.length()) {
			boolean none = reserve || dup instanceof Expression.Value v && v.value() == 0;
			return none ? new DataConstant(operand, dup, type, length, null, 0, List.of())
					: wrong(i, "the value of the constant is missing", address ? "(address)" : "'..'");
		}
		if (address ? s.charAt(i) != '(' : s.charAt(i) != '\'') {
			return wrong(i, "'" + s.charAt(i) + "' where the value of the constant belongs", address ? "(address)" : "'..'");
		}
		int close = address ? s.length() - 1 : Quoted.close(s, i);
		if (close < 0 || address && (close == i || s.charAt(close) != ')')) {
			return wrong(i, address ? "missing right parenthesis" : "missing apostrophe", address ? ")" : "'");
		}
		if (close != s.length() - 1) {
			return wrong(close + 1, "'" + s.charAt(close + 1) + "' after the value of the constant", "a comma or a blank");
		}
		if (!address) {
			String raw = s.substring(i + 1, close);
			return new DataConstant(operand, dup, type, length, raw, operand.at() + i + 1, List.of());
		}
		List<Operand> parts = part(i, s.length()).parts();
		ExpressionReader reader = new ExpressionReader(card, problems);
		return new DataConstant(operand, dup, type, length, null, operand.at() + i + 1,
				parts.stream().map(reader::read).toList());
	}

	private Operand part(int from, int to) {
		return new Operand(null, operand.at() + from, s.substring(from, to), operand.at() + from);
	}

	private DataConstant wrong(int at, String message, String expected) {
		int from = Math.min(operand.at() + at, card.operands().length());
		problems.error(card.offset(from), 1, message.toString(), expected);
		return null;
	}

	/** Alignment in bytes of a type without a length modifier. */
	static int alignment(String type) {
		return switch (type.toUpperCase(Locale.ROOT)) {
			case "F", "A", "E", "EH", "EB" -> 4;
			case "H", "Y" -> 2;
			case "D", "AD", "FD", "L", "DH", "DB", "DD", "ED", "LD", "LH", "LB" -> 8;
			case "LQ" -> 16;
			default -> 1;
		};
	}
}
