// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Labels and EQU names of a text. Names are the same in either case. Locations are found by going through the
 * text until they settle; a value of the round before stands in for one that is defined further down.
 */
final class Symbols {
	/** What a name stands for. */
	static final class Symbol {
		final String name;
		final Line line;
		final boolean equ;
		/** Null while it has none. */
		Long value;
		int length = 1;

		Symbol(String name, Line line, boolean equ) {
			this.name = name;
			this.line = line;
			this.equ = equ;
		}
	}

	private final Map<String, Symbol> table = new HashMap<>();
	private boolean changed;

	/** Enters a name; false if it is there already. */
	boolean enter(String name, Line line, boolean equ) {
		return table.putIfAbsent(key(name), new Symbol(name, line, equ)) == null;
	}

	Symbol find(String name) {
		return table.get(key(name));
	}

	/** Sets the value that {@code line} gives to its label; a second definition of the name is ignored. */
	void set(Line line, Long value, int length) {
		String label = line.card().label();
		Symbol s = label == null ? null : find(label);
		if (s != null && s.line == line) {
			changed |= value == null ? s.value != null : !value.equals(s.value) || s.length != length;
			s.value = value;
			s.length = length;
		}
	}

	/** Whether a value has changed since the last call. */
	boolean settled() {
		boolean was = changed;
		changed = false;
		return !was;
	}

	List<String> names() {
		List<String> names = new ArrayList<>(table.size());
		table.values().forEach(s -> names.add(s.name));
		return names;
	}

	Iterable<Symbol> all() {
		return table.values();
	}

	private static String key(String name) {
		return name.toUpperCase(Locale.ROOT);
	}
}
