// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.ccwbench.model.Ccw;
import org.ccwbench.model.Document;
import org.ccwbench.model.Idal;
import org.ccwbench.model.KeyedStatement;
import org.ccwbench.model.Midal;
import org.ccwbench.model.MidalEntry;
import org.ccwbench.model.Option;
import org.ccwbench.model.Orb;
import org.ccwbench.model.Statement;
import org.ccwbench.model.Word;

/** Sets the references that follow from the text: which statement an expression begins with the label of. */
final class Resolver {
	private final Document document;
	private final Map<String, Statement> labels = new HashMap<>();

	Resolver(Document document) {
		this.document = document;
		for (Statement s : document.getStatements()) {
			if (s.getLabel() != null) {
				labels.putIfAbsent(s.getLabel().toUpperCase(Locale.ROOT), s);
			}
		}
	}

	void resolve() {
		for (Statement s : document.getStatements()) {
			switch (s) {
				case Ccw c -> {
					Statement t = target(c.getAddress());
					if (t != c.getTarget()) {
						c.setTarget(t);
					}
				}
				case Idal i -> {
					i.setTarget(target(i.getData()));
					for (Word w : i.getWords()) {
						w.setTarget(target(w.getAddress()));
					}
				}
				case Midal m -> {
					for (MidalEntry e : m.getEntries()) {
						e.setTarget(target(e.getAddress()));
					}
				}
				case KeyedStatement k -> options(k);
				default -> {
					// names nothing that editors follow
				}
			}
		}
	}

	private void options(KeyedStatement k) {
		Statement program = null;
		for (Option o : k.getOptions()) {
			Statement t = target(o.getValue());
			if (t != o.getTarget()) {
				o.setTarget(t);
			}
			program = "CPA".equalsIgnoreCase(o.getName()) ? t : program;
		}
		if (k instanceof Orb orb && orb.getProgram() != program) {
			orb.setProgram(program);
		}
	}

	/** The statement whose label the text begins with, or has after a left parenthesis; null if none. */
	private Statement target(String text) {
		if (text == null || text.isEmpty()) {
			return null;
		}
		int i = text.charAt(0) == '(' ? 1 : 0;
		int e = i;
		while (e < text.length() && CardReader.isNamePart(text.charAt(e))) {
			e++;
		}
		boolean self = e < text.length() && text.charAt(e) == '\'';
		return e == i || self ? null : labels.get(text.substring(i, e).toUpperCase(Locale.ROOT));
	}
}
