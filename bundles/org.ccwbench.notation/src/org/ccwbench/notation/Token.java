// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

/**
 * A coloured stretch of a text.
 *
 * @param kind what it is
 * @param offset of the first character, from 0
 * @param length characters, at least 1, all on one line (comments apart)
 */
public record Token(Kind kind, int offset, int length) {
	/** What a token is. */
	public enum Kind {
		/** The name field. */
		LABEL,
		/** A statement name. */
		OPERATION,
		/** An operation field that names no statement. */
		UNKNOWN,
		/** A command by name. */
		COMMAND,
		/** A flag or a status by name. */
		FLAG,
		/** The keyword before an equals sign. */
		KEYWORD,
		/** A label or an EQU name in an operand. */
		NAME,
		/** A number. */
		NUMBER,
		/** Text in apostrophes, with the type before them. */
		STRING,
		/** Anything between the others. */
		OPERATOR,
		/** Remarks after the operands. */
		REMARK,
		/** A comment line. */
		COMMENT,
		/** A mark in column 72, or a sequence field. */
		CONTINUATION
	}

	/** Offset after the last character. */
	public int end() {
		return offset + length;
	}
}
