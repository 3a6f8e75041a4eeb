// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ccwbench.arch.Command;
import org.ccwbench.arch.Commands;
import org.ccwbench.arch.Field;
import org.ccwbench.arch.Ccw;
import org.ccwbench.arch.Scsw;
import org.ccwbench.arch.Value;

/** What could stand at a place of a text: statements, keywords and their values, commands, flags, labels. */
public final class Completion {
	private static final Set<StatementKind> KEYED = EnumSet.of(StatementKind.DEVICE, StatementKind.EXPECT, StatementKind.ORB,
			StatementKind.FAULT, StatementKind.INSTRUCTION, StatementKind.OPERATOR);

	private final String text;
	private final int caret;
	private final List<Card> cards;
	private final List<Proposal> proposals = new ArrayList<>();
	private int from;
	private String begun = "";

	private Completion(String text, int caret) {
		this.text = text;
		this.caret = caret;
		this.cards = CardReader.read(text);
	}

	/** Proposals for an offset of {@code text}, those that go on with what is there; empty within comments. */
	public static List<Proposal> at(String text, int offset) {
		Completion c = new Completion(text, Math.min(Math.max(offset, 0), text.length()));
		c.find();
		return c.proposals;
	}

	/** The type of the device that a statement at {@code offset} belongs to; null if the text has no DEVICE. */
	public static String deviceTypeAt(String text, int offset) {
		return new Completion(text, offset).deviceType();
	}

	private void find() {
		from = caret;
		while (from > 0 && CardReader.isNamePart(text.charAt(from - 1))) {
			from--;
		}
		begun = text.substring(from, caret).toUpperCase(Locale.ROOT);
		Card card = card();
		if (card == null || card.shape == Card.Shape.BLANK) {
			statements();
			return;
		}
		if (card.shape != Card.Shape.STATEMENT || card.remarks.stream().anyMatch(r -> inside(r, caret))) {
			return;
		}
		if (card.operation == null || inside(card.operation, caret) || card.label != null && inside(card.label, caret)
				|| caret < card.operation.offset()) {
			statements();
		} else if (card.kind() != null) {
			operand(card, card.kind());
		}
	}

	private static boolean inside(Card.Span s, int offset) {
		return offset >= s.offset() && offset <= s.offset() + s.length();
	}

	private Card card() {
		Card found = null;
		for (Card c : cards) {
			if (c.begin <= caret && (caret < c.end || c.end == text.length() && !endsLine(c))) {
				found = c;
			}
		}
		return found;
	}

	private boolean endsLine(Card c) {
		return c.end > c.begin && Lines.isEnd(text.charAt(c.end - 1));
	}

	private void operand(Card card, StatementKind kind) {
		List<Operand> operands = Operand.split(card.operands(), !kind.hlasm());
		int at = -1;
		for (int i = 0; i < operands.size(); i++) {
			if (card.offset(operands.get(i).nameAt()) <= caret) {
				at = i;
			}
		}
		Operand o = at < 0 ? null : operands.get(at);
		boolean inValue = o != null && o.name() != null && caret >= card.offset(o.at());
		if (kind == StatementKind.CCW || kind == StatementKind.CCW1) {
			ccw(Math.max(at, 0));
		} else if (inValue) {
			value(kind, o.name());
		} else if (kind == StatementKind.FAULT && at <= 0) {
			for (FaultKind k : FaultKind.values()) {
				propose(k.name(), Token.Kind.FLAG, k.purpose());
			}
		} else {
			FaultKind fault = kind == StatementKind.FAULT ? FaultKind.of(operands.get(0).text()) : null;
			for (Keyword k : Keyword.of(kind)) {
				if (fault != null && !fault.keywords().contains(k.name())) {
					continue;
				}
				propose(k.name() + "=", Token.Kind.KEYWORD, k.help());
			}
			if (!KEYED.contains(kind)) {
				labels();
			}
		}
	}

	private void ccw(int operand) {
		switch (operand) {
			case 0 -> {
				for (Command c : Commands.of(deviceType()).all()) {
					propose(c.mnemonic(), Token.Kind.COMMAND, String.format("%s, X'%02X'", c.title(), c.code()));
				}
			}
			case 1 -> labels();
			case 2 -> values(Ccw.FORMAT1.field("flags"));
			default -> labels();
		}
	}

	private void value(StatementKind kind, String name) {
		Keyword k = Keyword.find(kind, name);
		if (k == null) {
			return;
		}
		k.choices().forEach(c -> propose(c, Token.Kind.NAME, k.help()));
		if (k.type() == Keyword.Type.FLAG || k.type() == Keyword.Type.TEXT) {
			return;
		}
		switch (k.name()) {
			case "CMD" -> ccw(0);
			case "UNIT" -> values(Scsw.BLOCK.field("dstat"));
			case "CHAN" -> values(Scsw.BLOCK.field("cstat"));
			default -> labels();
		}
	}

	private void values(Field field) {
		for (Value v : field.values()) {
			if (!v.symbol().isEmpty()) {
				propose(v.symbol(), Token.Kind.FLAG, v.words());
			}
		}
	}

	private void statements() {
		for (StatementKind k : StatementKind.values()) {
			if (k != StatementKind.IGNORED) {
				k.names().forEach(n -> propose(n, Token.Kind.OPERATION, k.purpose() + ": " + n + " " + k.operands()));
			}
		}
	}

	private void labels() {
		for (Card c : cards) {
			if (c.label != null && c.shape == Card.Shape.STATEMENT && c.kind() != null && c.kind() != StatementKind.IGNORED) {
				propose(c.label(), Token.Kind.NAME, c.operation() + " " + Syntax.clip(c.operands()));
			}
		}
	}

	private String deviceType() {
		String type = null;
		for (Card c : cards) {
			if (c.shape == Card.Shape.STATEMENT && c.kind() == StatementKind.DEVICE && (type == null || c.begin <= caret)) {
				type = MachineReader.type(new Line(c, null, StatementKind.DEVICE, StatementReader.operands(c, StatementKind.DEVICE)));
			}
		}
		return type;
	}

	private void propose(String name, Token.Kind kind, String help) {
		if (name.toUpperCase(Locale.ROOT).startsWith(begun)) {
			proposals.add(new Proposal(name, from, caret - from, kind, help));
		}
	}
}
