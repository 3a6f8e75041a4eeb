// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.List;
import java.util.Locale;
import org.ccwbench.model.Statement;

/**
 * A card on its way into storage.
 *
 * @param card the text
 * @param statement the statement of the document that the text was printed from
 * @param kind never null
 * @param operands of the card
 */
record Line(Card card, Statement statement, StatementKind kind, List<Operand> operands) {
	/** The value of a keyword by any of its names; null if it is not given. The last one counts. */
	Operand keyword(String name) {
		Keyword k = Keyword.find(kind, name);
		Operand found = null;
		for (Operand o : operands) {
			String given = o.name() != null ? o.name() : o.text();
			boolean same = k != null && given.length() <= 32 && k.names().contains(given.toUpperCase(Locale.ROOT));
			if (same && (o.name() != null || k.type() == Keyword.Type.FLAG)) {
				found = o;
			}
		}
		return found;
	}

	/** Positional operand {@code i}; null if it is not given or empty. */
	Operand positional(int i) {
		if (i >= operands.size() || operands.get(i).name() != null || operands.get(i).text().isEmpty()) {
			return null;
		}
		return operands.get(i);
	}
}
