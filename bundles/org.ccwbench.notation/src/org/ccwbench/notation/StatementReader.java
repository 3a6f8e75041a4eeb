// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.List;
import java.util.Locale;
import org.ccwbench.model.Ccw;
import org.ccwbench.model.CommentLine;
import org.ccwbench.model.Constant;
import org.ccwbench.model.Data;
import org.ccwbench.model.Device;
import org.ccwbench.model.Directive;
import org.ccwbench.model.Equ;
import org.ccwbench.model.Fault;
import org.ccwbench.model.Idal;
import org.ccwbench.model.KeyedStatement;
import org.ccwbench.model.Mapping;
import org.ccwbench.model.Midal;
import org.ccwbench.model.MidalEntry;
import org.ccwbench.model.ModelFactory;
import org.ccwbench.model.Option;
import org.ccwbench.model.Org;
import org.ccwbench.model.PinFailure;
import org.ccwbench.model.Statement;
import org.ccwbench.model.StorageArea;
import org.ccwbench.model.StorageKey;
import org.ccwbench.model.Unmapping;
import org.ccwbench.model.Word;

/** Makes a model statement of a card. Says what is wrong with its form; what it means is the assembler's. */
final class StatementReader {
	private static final ModelFactory NEW = ModelFactory.eINSTANCE;

	private final Card card;
	private final Syntax check;
	private List<Operand> operands;

	private StatementReader(Card card, Problems problems) {
		this.card = card;
		this.check = new Syntax(card, problems);
	}

	/** The statement with its source and without resolved references; problems may be null to say nothing. */
	static Statement read(Card card, Problems problems) {
		Statement s = new StatementReader(card, problems).statement();
		s.setSource(card.source());
		return s;
	}

	/**
	 * Operands of a card whose operation is of {@code kind}. A comma at the end of a statement that may be
	 * continued by one is no operand.
	 */
	static List<Operand> operands(Card card, StatementKind kind) {
		if (kind.hlasm()) {
			return kind == StatementKind.ORG && card.operands().equals(",") ? List.of() : Operand.split(card.operands(), false);
		}
		List<Operand> all = Operand.split(card.operands(), true);
		int n = all.size();
		while (n > 0 && all.get(n - 1).isEmpty()) {
			n--;
		}
		return all.subList(0, n);
	}

	private Statement statement() {
		switch (card.shape) {
			case BLANK, COMMENT: {
				CommentLine c = NEW.createCommentLine();
				Card.Span w = card.whole();
				c.setText(card.text.substring(w.offset(), w.offset() + w.length()));
				return c;
			}
			case TOO_LONG:
				check.tooLong();
				return NEW.createUnreadable();
			default:
		}
		StatementKind kind = card.kind();
		if (kind == null) {
			check.unknownOperation();
			return NEW.createUnreadable();
		}
		check.quotes();
		check.label();
		operands = operands(card, kind);
		if (!kind.hlasm() && !card.openQuote && card.operands().endsWith(",")) {
			check.index(card.operands().length() - 1, "an operand is missing at the end", "an operand, or no comma");
		}
		Statement s = typed(kind);
		s.setLabel(card.label());
		s.setOperation(card.operation());
		s.setComment(card.remark());
		return s;
	}

	private Statement typed(StatementKind kind) {
		return switch (kind) {
			case DEVICE -> device(NEW.createDevice());
			case SUBCH -> keyed(NEW.createSubchannel(), kind, 0);
			case ORB -> keyed(NEW.createOrb(), kind, 0);
			case EXPECT -> keyed(NEW.createExpectation(), kind, 0);
			case INSTRUCTION, OPERATOR -> keyed(NEW.createInstruction(), kind, 0);
			case FAULT -> fault(NEW.createFault());
			case STORAGE -> storage(NEW.createStorageArea());
			case KEY -> key(NEW.createStorageKey());
			case MAP -> map(NEW.createMapping());
			case UNMAP -> unmap(NEW.createUnmapping());
			case NOPIN -> nopin(NEW.createPinFailure());
			case IDAL -> idal(NEW.createIdal());
			case MIDAL -> midal(NEW.createMidal());
			case CCW, CCW1 -> ccw(NEW.createCcw(), kind == StatementKind.CCW1 ? 1 : 0);
			case DC, DS -> data(NEW.createData(), kind == StatementKind.DS);
			case EQU -> equ(NEW.createEqu());
			case ORG -> org(NEW.createOrg());
			case CODEPAGE, START, SECTION, DSECT, IGNORED -> directive(NEW.createDirective());
		};
	}

	private Statement device(Device d) {
		d.setNumber(positional(0));
		check.count(operands, StatementKind.DEVICE, 1, Integer.MAX_VALUE);
		if (!operands.isEmpty() && d.getNumber() == null) {
			check.span(operands.get(0), "the device number is missing", "DEVICE number,TYPE=3390");
		}
		return keyed(d, StatementKind.DEVICE, d.getNumber() == null ? 0 : 1);
	}

	private Statement fault(Fault f) {
		f.setKind(positional(0));
		check.count(operands, StatementKind.FAULT, 1, Integer.MAX_VALUE);
		if (!operands.isEmpty()) {
			check.faultKind(operands.get(0));
		}
		return keyed(f, StatementKind.FAULT, f.getKind() == null ? 0 : 1);
	}

	private Statement keyed(KeyedStatement s, StatementKind kind, int from) {
		for (int i = from; i < operands.size(); i++) {
			Operand o = operands.get(i);
			Option option = NEW.createOption();
			option.setName(o.name());
			option.setValue(o.text());
			s.getOptions().add(option);
			Operand before = i > 0 ? operands.get(i - 1) : null;
			check.keyword(o, kind, before);
		}
		return s;
	}

	private Statement storage(StorageArea s) {
		check.count(operands, StatementKind.STORAGE, 1, 2);
		s.setSize(expression(0));
		s.setBase(named("BASE", StatementKind.STORAGE));
		return s;
	}

	private Statement key(StorageKey k) {
		check.count(operands, StatementKind.KEY, 3, 4);
		k.setAddress(expression(0));
		k.setLength(expression(1));
		k.setKey(expression(2));
		String f = positional(3);
		k.setFetchProtected(f != null && f.equalsIgnoreCase("F"));
		if (f != null && !f.isEmpty() && !k.isFetchProtected()) {
			check.operand(operands.get(3), "'" + f + "' is no storage-key option", "F for fetch protection");
		}
		return k;
	}

	private Statement map(Mapping m) {
		check.count(operands, StatementKind.MAP, 2, 5);
		m.setGuest(expression(0));
		m.setLength(expression(1));
		m.setUser(named("USER", StatementKind.MAP));
		m.setHost(named("HOST", StatementKind.MAP));
		m.setPermission(named("PERM", StatementKind.MAP));
		return m;
	}

	private Statement unmap(Unmapping u) {
		check.count(operands, StatementKind.UNMAP, 2, 2);
		u.setGuest(expression(0));
		u.setLength(expression(1));
		return u;
	}

	private Statement nopin(PinFailure u) {
		check.count(operands, StatementKind.NOPIN, 2, 2);
		u.setGuest(expression(0));
		u.setLength(expression(1));
		return u;
	}

	private Statement idal(Idal s) {
		check.count(operands, StatementKind.IDAL, 1, Limits.WORDS);
		s.setFormat(named("FMT", StatementKind.IDAL));
		s.setBlock(named("BLK", StatementKind.IDAL));
		s.setData(named("DATA", StatementKind.IDAL));
		s.setLength(named("LEN", StatementKind.IDAL));
		for (Operand o : operands) {
			if (o.name() == null) {
				Word w = NEW.createWord();
				w.setAddress(o.text());
				s.getWords().add(w);
				check.expression(o);
			} else {
				check.keyword(o, StatementKind.IDAL, null);
			}
		}
		return s;
	}

	private Statement midal(Midal m) {
		check.count(operands, StatementKind.MIDAL, 1, Limits.WORDS);
		for (Operand o : operands) {
			MidalEntry e = NEW.createMidalEntry();
			List<Operand> parts = o.parts();
			boolean triple = parts.size() == 3 && o.name() == null;
			if (triple) {
				parts.forEach(check::expression);
				e.setFlags(parts.get(0).text());
				e.setCount(parts.get(1).text());
				e.setAddress(parts.get(2).text());
			} else {
				check.operand(o, "'" + Syntax.clip(o.text()) + "' is no MIDAW", "(flags,count,address)");
				e.setAddress(o.name() == null ? o.text() : o.name() + "=" + o.text());
			}
			m.getEntries().add(e);
		}
		return m;
	}

	private Statement ccw(Ccw c, int format) {
		StatementKind kind = format == 1 ? StatementKind.CCW1 : StatementKind.CCW;
		check.count(operands, kind, 1, 4);
		c.setFormat(format);
		c.setCommand(expression(0));
		c.setAddress(optionalExpression(1));
		c.setFlags(optionalExpression(2));
		c.setCount(optionalExpression(3));
		return c;
	}

	private Statement data(Data d, boolean reserve) {
		StatementKind kind = reserve ? StatementKind.DS : StatementKind.DC;
		check.count(operands, kind, 1, Limits.STATEMENT);
		d.setReserve(reserve);
		for (Operand o : operands) {
			Constant c = NEW.createConstant();
			c.setText(o.text());
			d.getConstants().add(c);
			check.constant(o, reserve);
		}
		return d;
	}

	private Statement equ(Equ e) {
		check.count(operands, StatementKind.EQU, 1, 3);
		e.setValue(expression(0));
		e.setLength(optionalExpression(1));
		e.setType(positional(2));
		if (card.label == null) {
			check.span(card.operation, "EQU without a label", "a name in column 1");
		}
		return e;
	}

	private Statement org(Org o) {
		check.count(operands, StatementKind.ORG, 0, 1);
		o.setValue(operands.isEmpty() ? null : expression(0));
		return o;
	}

	private Statement directive(Directive d) {
		String field = card.kind().hlasm() ? card.operands() : Operand.withoutEmptyEnd(card.operands());
		d.setOperands(field.isEmpty() ? null : field);
		return d;
	}

	private String positional(int i) {
		if (i >= operands.size()) {
			return null;
		}
		Operand o = operands.get(i);
		if (o.name() != null) {
			return null;
		}
		return o.text();
	}

	private String expression(int i) {
		if (i < operands.size()) {
			if (operands.get(i).name() != null) {
				Operand o = operands.get(i);
				check.span(o, "keyword " + o.name() + " where operand " + (i + 1) + " belongs", "the operand without a keyword");
				return null;
			}
			check.expression(operands.get(i));
		}
		return positional(i);
	}

	private String optionalExpression(int i) {
		return i < operands.size() && operands.get(i).text().isEmpty() ? positional(i) : expression(i);
	}

	/** Value of a keyword; null if it is not given. */
	private String named(String name, StatementKind kind) {
		String value = null;
		for (Operand o : operands) {
			if (o.name() != null) {
				check.keyword(o, kind, null);
				if (o.name().toUpperCase(Locale.ROOT).equals(name)) {
					value = o.text();
				}
			}
		}
		return value;
	}
}
