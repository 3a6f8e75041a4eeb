// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ccwbench.model.Document;
import org.ccwbench.model.Statement;

/** Document to {@link Image}. Works on the printed text, so that every message has a place. */
final class Assembler {
	/** Rounds after which locations that still move are given up. */
	private static final int ROUNDS = 16;

	private final Printer.Printed printed;
	private final Problems problems;
	private final Symbols symbols = new Symbols();
	private final List<Line> lines = new ArrayList<>();

	private Assembler(Document document) {
		printed = Printer.print(document);
		String name = document.getName() == null ? "text" : document.getName();
		problems = new Problems(name, new Lines(printed.text()));
		cut(document);
	}

	static Image assemble(Document document, LinuxDriver driver) {
		return new Assembler(document).image(driver);
	}

	private void cut(Document document) {
		int owner = 0;
		List<Statement> statements = document.getStatements();
		for (Card card : CardReader.read(printed.text())) {
			while (owner + 1 < statements.size() && printed.starts()[owner + 1] <= card.begin) {
				owner++;
			}
			StatementReader.read(card, problems);
			StatementKind kind = card.shape == Card.Shape.STATEMENT ? card.kind() : null;
			if (kind != null) {
				lines.add(new Line(card, statements.get(owner), kind, StatementReader.operands(card, kind)));
			}
		}
	}

	private Image image(LinuxDriver driver) {
		enterLabels();
		ImageBuilder builder = new ImageBuilder(problems);
		String type = firstDevice();
		settle(type);
		new Pass(symbols, problems, builder, type).run(lines);
		if (!symbols.settled()) {
			problems.error(lines.get(0).card().begin, 1, "the locations of labels do not settle: sizes depend on labels that depend on them", "");
		}
		MachineReader machine = new MachineReader(symbols, problems);
		lines.forEach(machine::read);
		machine.complete();
		List<FaultSpec> faults = new FaultReader(symbols, problems, lines).read();
		List<Start> starts = new StartReader(symbols, problems, builder.sources(), lines).read();
		List<Segment> segments = builder.segments();
		new DriverQuirks(driver, segments, builder.sources(), problems).find(starts);
		SortedMap<String, Long> labels = values(false);
		NavigableMap<Long, String> names = new TreeMap<>();
		labels.forEach((label, at) -> names.putIfAbsent(at, label));
		return new Image(segments, builder.sources(), labels, Collections.unmodifiableNavigableMap(names), values(true), List.copyOf(machine.devices),
				List.copyOf(machine.storage), List.copyOf(machine.keys), List.copyOf(machine.dma), List.copyOf(starts), faults,
				problems.list(), printed.text());
	}

	private void settle(String type) {
		for (int round = 0; round < ROUNDS; round++) {
			boolean missing = new Pass(symbols, problems, null, type).run(lines);
			boolean same = symbols.settled();
			if (same || round == 0 && !missing) {
				return;
			}
		}
	}

	private String firstDevice() {
		for (Line l : lines) {
			if (l.kind() == StatementKind.DEVICE) {
				return MachineReader.type(l);
			}
		}
		return null;
	}

	private void enterLabels() {
		for (Line l : lines) {
			String label = l.card().label();
			boolean names = label != null && l.kind() != StatementKind.IGNORED && Syntax.isLabel(label);
			if (names && !symbols.enter(label, l, l.kind() == StatementKind.EQU) && !continues(l, label)) {
				Line first = symbols.find(label).line;
				problems.error(l.card().label.offset(), label.length(), label + " is already the label of line "
						+ problems.line(first.card().begin), "another name");
			}
		}
	}

	/** A section's name may come again to go on with it. */
	private boolean continues(Line l, String label) {
		return symbols.find(label).line.kind() == l.kind()
				&& (l.kind() == StatementKind.SECTION || l.kind() == StatementKind.DSECT)
				|| l.kind() == StatementKind.SECTION && symbols.find(label).line.kind() == StatementKind.START;
	}

	private SortedMap<String, Long> values(boolean equates) {
		SortedMap<String, Long> map = new TreeMap<>();
		for (Symbols.Symbol s : symbols.all()) {
			if (s.value != null && s.equ == equates) {
				map.put(s.name.toUpperCase(Locale.ROOT), s.value);
			}
		}
		return Collections.unmodifiableSortedMap(map);
	}
}
