// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.List;

/** The tree of an expression. Positions are indexes of the operand field. */
sealed interface Expression {
	/** Index of the first character. */
	int from();

	/** Index after the last character. */
	int to();

	/** A number or a self-defining term. */
	record Value(int from, int to, long value) implements Expression {}

	/** A label, an EQU name, or a name that the operand's own table knows. */
	record Name(int from, int to, String name) implements Expression {}

	/** {@code *}, the location counter. */
	record Here(int from, int to) implements Expression {}

	/** {@code L'name}; the name is null for {@code L'*}. */
	record Length(int from, int to, String name) implements Expression {}

	/** A sign before a term. */
	record Negative(int from, int to, Expression of) implements Expression {}

	/** Terms of equal rank: {@code operators[i]} stands before {@code terms[i + 1]}. */
	record Chain(int from, int to, List<Expression> terms, String operators) implements Expression {}

	/** Something that could not be read and has been reported. */
	record Wrong(int from, int to) implements Expression {}
}
