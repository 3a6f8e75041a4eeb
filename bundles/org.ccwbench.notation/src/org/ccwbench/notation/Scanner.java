// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ccwbench.notation.Token.Kind;

/** Cuts a text into tokens for colouring. Takes any text; blanks between tokens belong to none. */
public final class Scanner {
	private final List<Token> tokens = new ArrayList<>();
	private String deviceType;

	private Scanner() {}

	/** Tokens in the order of the text, without overlap. */
	public static List<Token> scan(String text) {
		Scanner s = new Scanner();
		for (Card card : CardReader.read(text)) {
			s.card(card);
		}
		s.tokens.sort(Comparator.comparingInt(Token::offset));
		return s.tokens;
	}

	/**
	 * Tokens of a part of a text, for long ones.
	 *
	 * @param from where a statement begins
	 * @param to where one ends
	 * @param deviceType of the device above, whose commands are known; may be null
	 */
	public static List<Token> scan(String text, int from, int to, String deviceType) {
		Scanner s = new Scanner();
		s.deviceType = deviceType;
		for (Card card : CardReader.read(text.substring(from, to))) {
			s.card(card);
		}
		return s.tokens.stream().sorted(Comparator.comparingInt(Token::offset)).map(t -> new Token(t.kind(), t.offset() + from, t.length())).toList();
	}

	private void card(Card card) {
		if (card.shape == Card.Shape.COMMENT) {
			add(Kind.COMMENT, card.whole());
		}
		if (card.shape != Card.Shape.STATEMENT) {
			return;
		}
		StatementKind kind = card.kind();
		add(Kind.LABEL, card.label);
		add(kind == null ? Kind.UNKNOWN : Kind.OPERATION, card.operation);
		card.remarks.forEach(r -> add(Kind.REMARK, r));
		card.marks.forEach(m -> add(Kind.CONTINUATION, m));
		if (kind == StatementKind.DEVICE) {
			deviceType = MachineReader.type(new Line(card, null, kind, StatementReader.operands(card, kind)));
		}
		List<Operand> operands = Operand.split(card.operands(), kind != null && !kind.hlasm());
		for (int i = 0; i < operands.size(); i++) {
			Operand o = operands.get(i);
			if (o.name() != null) {
				range(card, Kind.KEYWORD, o.nameAt(), o.nameAt() + o.name().length());
				range(card, Kind.OPERATOR, o.at() - 1, o.at());
			}
			value(card, o, context(kind, i, o));
			if (i > 0) {
				range(card, Kind.OPERATOR, o.nameAt() - 1, o.nameAt());
			}
		}
	}

	/** Names that an operand knows by itself. */
	private Map<String, Integer> context(StatementKind kind, int i, Operand o) {
		boolean ccw = kind == StatementKind.CCW || kind == StatementKind.CCW1;
		if (ccw && i == 0) {
			return Names.commands(deviceType);
		}
		if (ccw && i == 2) {
			return Names.ccwFlags();
		}
		if (kind == StatementKind.MIDAL) {
			return Names.midawFlags();
		}
		if (kind == StatementKind.FAULT && i == 0) {
			return Names.faults();
		}
		boolean keyed = kind == StatementKind.EXPECT || kind == StatementKind.FAULT;
		String name = o.name() == null || !keyed ? "" : o.name().toUpperCase(Locale.ROOT);
		return switch (name) {
			case "UNIT" -> Names.unitStatus();
			case "CHAN" -> Names.channelStatus();
			case "RC" -> Names.errorNumbers();
			case "CMD" -> Names.commands(deviceType);
			default -> Map.of();
		};
	}

	private void value(Card card, Operand o, Map<String, Integer> known) {
		String s = o.text();
		int i = 0;
		while (i < s.length()) {
			int from = i;
			char c = s.charAt(i);
			Kind kind = Kind.OPERATOR;
			if (c == '\'') {
				int close = Quoted.close(s, i);
				i = close < 0 ? s.length() : close + 1;
				kind = Kind.STRING;
			} else if (CardReader.isNamePart(c)) {
				while (i < s.length() && CardReader.isNamePart(s.charAt(i))) {
					i++;
				}
				kind = c >= '0' && c <= '9' ? Kind.NUMBER : name(s.substring(from, i), known);
				boolean quote = i < s.length() && s.charAt(i) == '\'';
				if (quote && CardReader.isAttribute(s.substring(from, i), i + 1 < s.length() ? s.charAt(i + 1) : ' ')) {
					i++;
					kind = Kind.OPERATOR;
				} else if (quote) {
					int close = Quoted.close(s, i);
					i = close < 0 ? s.length() : close + 1;
					kind = Kind.STRING;
				}
			} else {
				i++;
			}
			if (!CardReader.isBlank(c)) {
				range(card, kind, o.at() + from, o.at() + i);
			}
		}
	}

	private static Kind name(String name, Map<String, Integer> known) {
		if (!known.containsKey(name.toUpperCase(Locale.ROOT))) {
			return Kind.NAME;
		}
		return known == Names.ccwFlags() || known == Names.midawFlags() || known == Names.faults() || known.containsKey("CE") || known.containsKey("IL")
				|| known.containsKey("EINVAL") ? Kind.FLAG : Kind.COMMAND;
	}

	/** A stretch of the operand field, cut where continuation cuts it. */
	private void range(Card card, Kind kind, int from, int to) {
		int i = from;
		while (i < to) {
			int n = card.length(i, to);
			tokens.add(new Token(kind, card.offset(i), n));
			i += n;
		}
	}

	private void add(Kind kind, Card.Span s) {
		if (s != null && s.length() > 0) {
			tokens.add(new Token(kind, s.offset(), s.length()));
		}
	}
}
