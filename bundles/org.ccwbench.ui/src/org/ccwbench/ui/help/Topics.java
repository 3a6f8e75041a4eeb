// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.help;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.ccwbench.arch.Block;
import org.ccwbench.arch.Command;
import org.ccwbench.arch.Commands;
import org.ccwbench.arch.Field;
import org.ccwbench.notation.Keyword;
import org.ccwbench.notation.StatementKind;

/** Every page of help, and which one a word, a field or a view is about. */
public final class Topics {
	/** Where help begins. */
	static final String CONTENTS = "page:contents";
	private static final Map<String, Topic> ALL = new LinkedHashMap<>();
	/** Where a flag of a CCW is explained. */
	private static final List<String> CCW_FLAGS = List.of("CD", "CC", "SLI", "SKIP", "PCI", "IDA", "SUSPEND", "MIDA");

	static {
		for (List<Topic> some : List.of(PageTopics.all(), StatementTopics.all(), FieldTopics.all(), CommandTopics.all())) {
			some.forEach(t -> ALL.put(t.id(), t));
		}
	}

	private Topics() {}

	/** All pages: those written by hand first. */
	public static Collection<Topic> all() {
		return ALL.values();
	}

	/** The page of that identifier; null if there is none. */
	public static Topic of(String id) {
		return ALL.get(id);
	}

	/** The page on a view or an editor, by its identifier in the platform; null if there is none. */
	public static Topic part(String partId) {
		return of("part:" + partId);
	}

	/** The page on a field; null if it has none, as reserved ones have. */
	public static Topic field(Field field) {
		for (Block block : Block.all()) {
			for (Field each : block.fields()) {
				if (each == field) {
					return of(FieldTopics.id(block, field));
				}
			}
		}
		return field.kind().reserved() ? null : fieldNamed(field);
	}

	/** Blocks in blocks have fields of their own, with the same reference and name. */
	private static Topic fieldNamed(Field field) {
		for (Block block : Block.all()) {
			for (Field each : block.fields()) {
				if (each.name().equals(field.name()) && each.reference().equals(field.reference())) {
					return of(FieldTopics.id(block, each));
				}
			}
		}
		return null;
	}

	/**
	 * The page on a word of a program.
	 *
	 * @param word       as it stands there
	 * @param operation  the operation of the statement that it stands in; null if there is none
	 * @param deviceType whose commands are meant; null if unknown
	 * @return null if there is none
	 */
	public static Topic word(String word, String operation, String deviceType) {
		String name = word.toUpperCase(Locale.ROOT);
		StatementKind kind = StatementKind.of(operation);
		if (name.equals(operation == null ? null : operation.toUpperCase(Locale.ROOT))) {
			return of("statement:" + name);
		}
		Keyword keyword = kind == null ? null : Keyword.find(kind, name);
		if (keyword != null) {
			Topic field = keyword.field() == null ? null : field(keyword.field());
			return field != null ? field : of("statement:" + operation.toUpperCase(Locale.ROOT));
		}
		if (kind == StatementKind.CCW || kind == StatementKind.CCW1) {
			if (CCW_FLAGS.contains(name)) {
				return of("field:ccw1.flags");
			}
			Command command = Commands.of(deviceType).byName(name).or(() -> code(name, deviceType)).orElse(null);
			if (command != null) {
				return of(CommandTopics.id(deviceType == null ? "3390" : deviceType, command.code()));
			}
		}
		return of("statement:" + name);
	}

	private static java.util.Optional<Command> code(String hex, String deviceType) {
		return hex.matches("[0-9A-F]{2}") ? Commands.of(deviceType).byCode(Integer.parseInt(hex, 16)) : java.util.Optional.empty();
	}
}
