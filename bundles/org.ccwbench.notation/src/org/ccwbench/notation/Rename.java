// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.ArrayList;
import java.util.List;

/** Finds where a text names a label. */
public final class Rename {
	private Rename() {}

	/** Every place of the name that stands at {@code offset}, its definition included; empty if there is no name of this text. */
	public static List<Token> places(String text, int offset) {
		List<Token> names = names(text);
		Token at = names.stream().filter(t -> offset >= t.offset() && offset <= t.end()).findFirst().orElse(null);
		if (at == null) {
			return List.of();
		}
		String name = text.substring(at.offset(), at.end());
		List<Token> same = names.stream().filter(t -> text.substring(t.offset(), t.end()).equalsIgnoreCase(name)).toList();
		return same.stream().anyMatch(t -> t.kind() == Token.Kind.LABEL) ? same : List.of();
	}

	/** Whether a text can be a label. */
	public static boolean isLabel(String name) {
		return Syntax.isLabel(name);
	}

	/** Every label and every name in an operand. */
	static List<Token> names(String text) {
		List<Token> names = new ArrayList<>();
		StatementKind kind = null;
		Keyword keyword = null;
		for (Token t : Scanner.scan(text)) {
			String word = t.kind() == Token.Kind.COMMENT || t.kind() == Token.Kind.REMARK ? "" : text.substring(t.offset(), t.end());
			switch (t.kind()) {
				case OPERATION -> {
					kind = StatementKind.of(word);
					keyword = null;
				}
				case KEYWORD -> keyword = kind == null ? null : Keyword.find(kind, word);
				case OPERATOR -> keyword = word.equals(",") ? null : keyword;
				case LABEL -> names.add(t);
				case NAME -> {
					boolean word1 = keyword != null && (keyword.type() == Keyword.Type.FLAG || keyword.type() == Keyword.Type.TEXT);
					boolean type = (kind == StatementKind.DC || kind == StatementKind.DS) && t.end() < text.length() && text.charAt(t.end()) == '(' && word.length() <= 2;
					if (!word1 && !type) {
						names.add(t);
					}
				}
				default -> {
					// no name of the text's own
				}
			}
		}
		return names;
	}
}
