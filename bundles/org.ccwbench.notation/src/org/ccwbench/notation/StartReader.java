// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ccwbench.arch.Field;
import org.ccwbench.arch.Orb;
import org.ccwbench.model.Ccw;
import org.ccwbench.model.Statement;

/**
 * ORB and EXPECT: what is started and what should come of it. What an ORB does not say suits the text: format
 * of the first CCW, IDAWs as the text's lists have them, prefetching allowed, every path.
 */
final class StartReader {
	private final Symbols symbols;
	private final Problems problems;
	private final SourceMap sources;
	private final List<Line> lines;
	private final boolean started;
	private final boolean format1Lists;
	private final boolean smallBlocks;
	private final boolean midaws;
	/** Null if there is none. */
	private final Statement firstCcw;
	private final List<Start> starts = new ArrayList<>();
	private Line pending;
	private int pendingDevice;
	private List<Expectation> expectations = new ArrayList<>();
	private List<Instruction> instructions = new ArrayList<>();

	StartReader(Symbols symbols, Problems problems, SourceMap sources, List<Line> lines) {
		this.symbols = symbols;
		this.problems = problems;
		this.sources = sources;
		this.lines = lines;
		started = any(StatementKind.ORB);
		format1Lists = all(StatementKind.IDAL, "FMT", "1");
		smallBlocks = all(StatementKind.IDAL, "BLK", "2K");
		midaws = any(StatementKind.MIDAL);
		firstCcw = firstCcw();
	}

	/** All start functions; one that stands in if there are CCWs and no ORB. */
	List<Start> read() {
		int device = 0;
		boolean seen = false;
		for (Line line : lines) {
			if (line.kind() == StatementKind.DEVICE) {
				device += seen ? 1 : 0;
				seen = true;
			} else if (line.kind() == StatementKind.ORB) {
				if (pending != null) {
					finish();
				}
				if (starts.size() == Limits.STARTS) {
					Card.Span op = line.card().operation;
					problems.error(op.offset(), op.length(), "the text has more than " + Limits.STARTS + " ORBs", "fewer, or a text of their own for the others");
					return starts;
				}
				pending = line;
				pendingDevice = device;
			} else if (line.kind() == StatementKind.EXPECT) {
				Evaluator ev = new Evaluator(symbols, line, problems, false);
				expectations.addAll(new ExpectationReader(line, ev, problems).read());
			} else if (line.kind() == StatementKind.INSTRUCTION || line.kind() == StatementKind.OPERATOR) {
				instruction(line);
			}
		}
		if (pending != null || firstCcw != null) {
			finish();
		}
		return starts;
	}

	private void instruction(Line line) {
		Evaluator ev = new Evaluator(symbols, line, problems, false);
		if (pending == null && started) {
			Card.Span op = line.card().operation;
			problems.error(op.offset(), op.length(), line.card().operation() + " belongs to the ORB above it, and there is none",
					"an ORB before it");
			return;
		}
		instructions.add(InstructionReader.read(line, ev, problems));
	}

	private void finish() {
		byte[] orb = new byte[Orb.EXTENDED_LENGTH];
		Orb.P.set(orb, 1);
		Orb.LPM.set(orb, 0xFF);
		Orb.H.set(orb, format1Lists ? 0 : 1);
		Orb.T.set(orb, smallBlocks && !format1Lists ? 1 : 0);
		Orb.D.set(orb, midaws ? 1 : 0);
		long cpa = firstCcw == null ? 0 : sources.of(firstCcw).get(0).address();
		long address = -1;
		List<Field> given = new ArrayList<>();
		if (pending != null) {
			Evaluator ev = new Evaluator(symbols, pending, problems, false);
			for (Operand o : pending.operands()) {
				set(orb, o, ev, given);
			}
			if (pending.keyword("CPA") != null) {
				cpa = Orb.CPA.get(orb);
			}
			Operand at = pending.keyword("AT");
			Long a = at == null ? null : ev.between(at, Map.of(), 0, 0x7FFFFFFF, "the address of the ORB");
			address = a == null ? -1 : a;
			if (a != null && a % 4 != 0) {
				ev.warning(at, "an ORB that is not on a word boundary is a specification exception", "a multiple of 4");
			}
		}
		Orb.CPA.set(orb, cpa & 0xFFFFFFFFL);
		if (Orb.B.get(orb) != 0) {
			// What is about CCWs must be zero then, so nothing of it comes unasked.
			for (Field f : new Field[] {Orb.F, Orb.P, Orb.H, Orb.T, Orb.D}) {
				if (!given.contains(f)) {
					f.set(orb, 0);
				}
			}
		} else if (!given.contains(Orb.F)) {
			Orb.F.set(orb, formatAt(cpa));
		}
		boolean extended = Orb.X.get(orb) != 0;
		starts.add(new Start(Arrays.copyOf(orb, extended ? Orb.EXTENDED_LENGTH : Orb.LENGTH), cpa, address, pendingDevice,
				List.copyOf(expectations), List.copyOf(instructions), pending == null ? null : pending.statement()));
		expectations = new ArrayList<>();
		instructions = new ArrayList<>();
		pending = null;
	}

	/** Sets what one operand says, and notes of which field. */
	private void set(byte[] orb, Operand o, Evaluator ev, List<Field> given) {
		Keyword k = Keyword.find(StatementKind.ORB, o.name() != null ? o.name() : Syntax.clip(o.text()));
		if (k == null || k.field() == null) {
			return;
		}
		given.add(k.field());
		Long v = MachineReader.value(k, o, ev);
		if (v != null) {
			k.field().set(orb, v);
			if (k.field() == Orb.CSS_PRIORITY || k.field() == Orb.CU_PRIORITY) {
				Orb.X.set(orb, 1);
			}
		}
	}

	private boolean any(StatementKind kind) {
		return lines.stream().anyMatch(l -> l.kind() == kind);
	}

	/** Whether there are such lists and each one says so. */
	private boolean all(StatementKind kind, String keyword, String value) {
		boolean any = false;
		for (Line l : lines) {
			if (l.kind() == kind) {
				Operand o = l.keyword(keyword);
				if (o == null || !o.text().toUpperCase(Locale.ROOT).equals(value)) {
					return false;
				}
				any = true;
			}
		}
		return any;
	}

	private int formatAt(long cpa) {
		Statement s = sources.at(cpa).map(SourceMap.Piece::statement).orElse(null);
		if (s instanceof Ccw c) {
			return c.getFormat();
		}
		return firstCcw instanceof Ccw c ? c.getFormat() : 1;
	}

	private Statement firstCcw() {
		for (Line l : lines) {
			if ((l.kind() == StatementKind.CCW || l.kind() == StatementKind.CCW1) && !sources.of(l.statement()).isEmpty()) {
				return l.statement();
			}
		}
		return null;
	}
}
