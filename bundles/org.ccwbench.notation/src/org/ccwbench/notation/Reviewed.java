// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ccwbench.model.Ccw;
import org.ccwbench.model.Document;
import org.ccwbench.model.Statement;

/** A text under review: its CCWs by address, the places of their operands, and what was found so far. */
final class Reviewed {
	private static final int MOST = 300;
	final Image image;
	final Document document;
	final StatementEdits edits;
	final TreeMap<Long, Listing.Row> rows = new TreeMap<>();
	final Map<Integer, Listing.Row> byIndex = new HashMap<>();
	private final Map<Statement, Integer> numbers = new java.util.IdentityHashMap<>();
	private final List<Finding> found = new ArrayList<>();
	private final Lines lines;

	Reviewed(Document document, Image image) {
		this.document = document;
		this.image = image;
		edits = new StatementEdits(document);
		lines = new Lines(image.text());
		for (int i = 0; i < document.getStatements().size(); i++) {
			numbers.put(document.getStatements().get(i), i);
		}
		for (Listing.Row r : Listing.of(document, image)) {
			byIndex.put(r.index(), r);
			if (r.at() >= 0) {
				rows.put(r.at(), r);
			}
		}
	}

	List<Finding> found() {
		return List.copyOf(found);
	}

	/** Number of a statement of the document. */
	int number(Statement s) {
		return numbers.get(s);
	}

	Card card(int index) {
		List<Card> cards = CardReader.read(document.getStatements().get(index).getSource());
		return cards.isEmpty() ? null : cards.get(0);
	}

	List<Operand> operands(int index) {
		Card card = card(index);
		return card == null || card.kind() == null ? List.of() : StatementReader.operands(card, card.kind());
	}

	/** Reports on operand {@code operand} of a statement, or on its operation if it has none such. */
	void warn(int index, int operand, String message, Fix... fixes) {
		if (found.size() >= MOST) {
			return;
		}
		Card card = card(index);
		List<Operand> operands = operands(index);
		int offset = edits.offset(index);
		int length = 1;
		if (operand >= 0 && operand < operands.size() && !operands.get(operand).text().isEmpty()) {
			Operand o = operands.get(operand);
			offset += card.offset(o.nameAt());
			length = card.length(o.nameAt(), o.end());
		} else if (card != null && card.operation != null) {
			offset += card.operation.offset();
			length = card.operation.length();
		}
		found.add(new Finding(new Problem(Severity.WARNING, document.getName(), lines.line(offset), lines.column(offset), offset, length, message, ""),
				Finding.fixes(fixes)));
	}

	Fix ccw(Listing.Row row, String title, java.util.function.Consumer<Ccw> change) {
		return Fix.of(title, edits.change(row.index(), s -> change.accept((Ccw) s)));
	}

	Fix flag(Listing.Row row, int bit, boolean on) {
		String name = Flags.NAMES.get(Integer.numberOfLeadingZeros(bit) - 24);
		return ccw(row, (on ? "Add " : "Remove ") + name, c -> c.setFlags(Flags.with(c.getFlags(), row.flags(), bit, on)));
	}
}
