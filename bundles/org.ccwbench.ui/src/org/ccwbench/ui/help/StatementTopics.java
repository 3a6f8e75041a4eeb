// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.help;

import java.util.ArrayList;
import java.util.List;

import org.ccwbench.notation.Keyword;
import org.ccwbench.notation.StatementKind;

/** A page for every statement of the notation, from its tables. */
final class StatementTopics {
	private StatementTopics() {}

	static List<Topic> all() {
		List<Topic> all = new ArrayList<>();
		for (StatementKind kind : StatementKind.values()) {
			for (String name : kind == StatementKind.IGNORED ? List.<String>of() : kind.names()) {
				all.add(topic(kind, name));
			}
		}
		return all;
	}

	private static Topic topic(StatementKind kind, String name) {
		StringBuilder body = new StringBuilder();
		body.append('`').append(name).append("  ").append(kind.operands()).append("`\n\n");
		body.append(Character.toUpperCase(kind.purpose().isEmpty() ? ' ' : kind.purpose().charAt(0)));
		body.append(kind.purpose().isEmpty() ? "" : kind.purpose().substring(1) + ".\n\n");
		List<Keyword> keywords = Keyword.of(kind);
		if (!keywords.isEmpty()) {
			body.append("## Keywords\n");
			for (Keyword k : keywords) {
				body.append("- `").append(String.join("`, `", k.names())).append("`: ").append(k.help());
				if (!k.choices().isEmpty()) {
					body.append(" (").append(String.join(", ", k.choices())).append(')');
				}
				body.append('\n');
			}
		}
		return new Topic("statement:" + name, "Statement", name, body.toString());
	}
}
