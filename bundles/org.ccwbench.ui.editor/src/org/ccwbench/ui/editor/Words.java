// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import java.util.Locale;

import org.ccwbench.arch.Ccw;
import org.ccwbench.arch.Command;
import org.ccwbench.arch.Commands;
import org.ccwbench.arch.Field;
import org.ccwbench.arch.Scsw;
import org.ccwbench.arch.Value;
import org.ccwbench.notation.Completion;
import org.ccwbench.notation.Keyword;
import org.ccwbench.notation.Scanner;
import org.ccwbench.notation.StatementKind;
import org.ccwbench.notation.Token;

/** What stands at a place of a text: what it means, and the bytes that it became, field by field. */
final class Words {
	private Words() {}

	/** Null if there is nothing to say. */
	static String at(Checked.State state, int offset) {
		String operation = null;
		for (Token t : Scanner.scan(state.text())) {
			if (t.kind() == Token.Kind.OPERATION) {
				operation = state.text().substring(t.offset(), t.end());
			}
			if (offset >= t.offset() && offset < t.end()) {
				return about(state, t, state.text().substring(t.offset(), t.end()), operation);
			}
		}
		return null;
	}

	private static String about(Checked.State state, Token token, String word, String operation) {
		return switch (token.kind()) {
			case COMMAND -> command(Commands.of(Completion.deviceTypeAt(state.text(), token.offset())), word);
			case OPERATION -> with(statement(word), FieldTables.at(state, token.offset()));
			case KEYWORD -> keyword(StatementKind.of(operation), word);
			case FLAG -> flag(word);
			case LABEL, NAME -> with(name(state, word), labelled(state, word));
			default -> null;
		};
	}

	private static String with(String words, String table) {
		return words == null ? table : table == null ? words : words + "\n\n" + table.stripTrailing();
	}

	private static String labelled(Checked.State state, String word) {
		return state.document().getStatements().stream().filter(s -> word.equalsIgnoreCase(s.getLabel())).findFirst()
				.map(s -> FieldTables.of(state, s)).orElse(null);
	}

	private static String command(Commands commands, String word) {
		Command c = commands.byName(word).orElse(null);
		if (c == null) {
			return null;
		}
		String length = c.length() < 0 ? "" : ", usually " + c.length() + " bytes";
		return String.format("%s, command X'%02X' (%s)%s%n%s%s", c.title(), c.code(), c.direction().toString().toLowerCase(Locale.ROOT).replace('_', ' '),
				length, c.changesMedium() ? "Can change what the medium holds. " : "", c.reference());
	}

	private static String statement(String word) {
		StatementKind kind = StatementKind.of(word);
		return kind == null ? null : word.toUpperCase(Locale.ROOT) + ": " + kind.purpose() + "\n" + word + " " + kind.operands();
	}

	private static String keyword(StatementKind kind, String word) {
		Keyword k = kind == null ? null : Keyword.find(kind, word);
		if (k == null) {
			return null;
		}
		return k.name() + "=: " + k.help() + (k.choices().isEmpty() ? "" : "\n" + String.join(", ", k.choices()));
	}

	private static String flag(String word) {
		for (Field f : new Field[] { Ccw.FORMAT1.field("flags"), Scsw.BLOCK.field("dstat"), Scsw.BLOCK.field("cstat") }) {
			for (Value v : f.values()) {
				if (v.symbol().equalsIgnoreCase(word)) {
					return v.symbol() + ": " + v.words() + String.format(" (X'%02X')", v.value());
				}
			}
		}
		return null;
	}

	private static String name(Checked.State state, String word) {
		String key = word.toUpperCase(Locale.ROOT);
		Long address = state.image().labels().get(key);
		if (address != null) {
			return String.format("%s is at guest absolute address %X", key, address);
		}
		Long value = state.image().equates().get(key);
		return value == null ? null : String.format("%s = %d, X'%X'", key, value, value);
	}
}
