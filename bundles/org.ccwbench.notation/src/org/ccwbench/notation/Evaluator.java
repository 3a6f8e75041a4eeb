// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Values of expressions for one line: 64 bits with a sign; dividing by zero gives zero, as in HLASM. While
 * locations are still being found it keeps silent; afterwards it reports.
 */
final class Evaluator {
	private final Symbols symbols;
	private final Line line;
	private final Problems problems;
	private final boolean silent;
	private long here;
	private boolean missing;
	private int length = 1;

	/** Reports to {@code problems} unless {@code silent}. */
	Evaluator(Symbols symbols, Line line, Problems problems, boolean silent) {
		this.symbols = symbols;
		this.line = line;
		this.problems = problems;
		this.silent = silent;
	}

	/** What {@code *} stands for. */
	void here(long address) {
		here = address;
	}

	/** What {@code L'*} stands for. */
	void length(int bytes) {
		length = bytes;
	}

	/** Whether a name had no value yet. */
	boolean isMissing() {
		return missing;
	}

	/** Value of a whole operand; null if it has none, which has been reported. */
	Long value(Operand operand) {
		return value(operand, Map.of());
	}

	/** The same with names that the operand's own table knows; EQU names go before, labels after. */
	Long value(Operand operand, Map<String, ? extends Number> names) {
		return value(read(operand), names);
	}

	Expression read(Operand operand) {
		return new ExpressionReader(line.card(), problems).read(operand);
	}

	/** The kind of the statement whose label the operand is; null if it is anything but a label. */
	StatementKind labelled(Operand operand) {
		Symbols.Symbol s = Syntax.isLabel(operand.text()) ? symbols.find(operand.text()) : null;
		return s == null ? null : s.line.kind();
	}

	Long value(Expression e) {
		return value(e, Map.of());
	}

	private Long value(Expression e, Map<String, ? extends Number> names) {
		return switch (e) {
			case Expression.Value v -> v.value();
			case Expression.Here h -> here;
			case Expression.Wrong w -> null;
			case Expression.Name n -> name(n, names);
			case Expression.Length l -> lengthOf(l);
			case Expression.Negative n -> {
				Long v = value(n.of(), names);
				yield v == null ? null : Long.valueOf(-v);
			}
			case Expression.Chain c -> chain(c, names);
		};
	}

	private Long chain(Expression.Chain c, Map<String, ? extends Number> names) {
		Long sum = null;
		boolean unknown = false;
		for (int i = 0; i < c.terms().size(); i++) {
			Long v = value(c.terms().get(i), names);
			unknown |= v == null;
			if (!unknown) {
				sum = i == 0 ? v : apply(c, c.operators().charAt(i - 1), sum, v);
				unknown = sum == null;
			}
		}
		return unknown ? null : sum;
	}

	private Long apply(Expression.Chain c, char operator, long a, long b) {
		try {
			return switch (operator) {
				case '+' -> Math.addExact(a, b);
				case '-' -> Math.subtractExact(a, b);
				case '*' -> Math.multiplyExact(a, b);
				default -> b == 0 ? 0 : a / b;
			};
		} catch (ArithmeticException tooLarge) {
			error(c, "the value does not fit into 64 bits", "a smaller value");
			return null;
		}
	}

	private Long name(Expression.Name n, Map<String, ? extends Number> names) {
		Symbols.Symbol s = symbols.find(n.name());
		Number own = names.isEmpty() ? null : names.get(n.name().toUpperCase(Locale.ROOT));
		if (own != null && (s == null || !s.equ)) {
			return own.longValue();
		}
		if (s == null) {
			if (!silent) {
				error(n, n.name() + " is not defined" + near(n.name(), names), expected(names));
			}
			return null;
		}
		if (s.value == null) {
			missing = true;
			String kind = s.line.kind().names().get(0);
			error(n, s.equ || s.line.kind().hlasm() ? n.name() + " has no value: it depends on itself, or on something wrong"
					: n.name() + " is the label of " + kind + ", which has no place in storage", "");
		}
		return s.value;
	}

	private String near(String name, Map<String, ? extends Number> names) {
		if (problems.isFull()) {
			return "";
		}
		List<String> candidates = new ArrayList<>(names.keySet());
		candidates.addAll(symbols.names());
		return Suggest.didYouMean(name, candidates);
	}

	private static String expected(Map<String, ? extends Number> names) {
		if (names.isEmpty()) {
			return "the label of a statement";
		}
		List<String> some = names.keySet().stream().limit(12).toList();
		return "a number, an EQU name, or one of " + String.join(", ", some) + (names.size() > 12 ? " .." : "");
	}

	private Long lengthOf(Expression.Length l) {
		if (l.name() == null) {
			return (long) length;
		}
		Symbols.Symbol s = symbols.find(l.name());
		if (s == null) {
			if (!silent) {
				error(l, l.name() + " is not defined" + near(l.name(), Map.of()), "the label of a statement");
			}
			return null;
		}
		return (long) s.length;
	}

	/** Reports unless {@code value} fits into {@code bits} without a sign, or with one if it is negative. */
	boolean checkFits(Expression e, long value, int bits, String what) {
		boolean fits = bits >= 64 || (value < 0 ? value >= -1L << bits - 1 : value >>> bits == 0);
		if (!fits) {
			error(e, String.format("X'%X' does not fit into %s", value, what), "at most " + bits + " bits");
		}
		return fits;
	}

	/** A value between two bounds; null if it has none or is out of bounds, which has been reported. */
	Long between(Operand o, Map<String, ? extends Number> names, long least, long most, String what) {
		Expression e = read(o);
		Long v = value(e, names);
		if (v != null && (v < least || v > most)) {
			error(e, what + " is " + (Math.abs(v) > 0xFFFF ? String.format("X'%X'", v) : v) + ", out of range",
					least + " to " + (most > 0xFFFF ? String.format("X'%X'", most) : "" + most));
			return null;
		}
		return v;
	}

	void error(Expression e, String message, String expected) {
		if (!silent) {
			report(Severity.ERROR, e.from(), e.to(), message, expected);
		}
	}

	void error(DataConstant c, String message, String expected) {
		if (!silent) {
			int from = c.nominal() == null ? c.operand().at() : c.nominalAt();
			report(Severity.ERROR, from, c.operand().end() - (c.nominal() == null ? 0 : 1), message, expected);
		}
	}

	void error(Operand o, String message, String expected) {
		if (!silent) {
			report(Severity.ERROR, o.at(), o.end(), message, expected);
		}
	}

	void warning(Operand o, String message, String expected) {
		if (!silent) {
			report(Severity.WARNING, o.at(), o.end(), message, expected);
		}
	}

	private void report(Severity severity, int from, int to, String message, String expected) {
		Card card = line.card();
		int at = Math.min(from, card.operands().length());
		if (severity == Severity.ERROR) {
			problems.error(card.offset(at), card.length(at, to), message, expected);
		} else {
			problems.warning(card.offset(at), card.length(at, to), message, expected);
		}
	}
}
