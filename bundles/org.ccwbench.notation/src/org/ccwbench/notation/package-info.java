// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * The text form: {@code .ccw} text to model and back, and model to storage image with a source map that says
 * which statement put which byte where.
 *
 * <p>{@link org.ccwbench.notation.Notation} is the way in. Text is cut into {@link
 * org.ccwbench.notation.Card cards} (one statement each, continuation joined), cards into operands, operands
 * into model statements; the assembler works on the same cards, so every message has a line and a column.
 *
 * <p>May touch {@code model} and {@code arch}. Accepts what HLASM (SC26-4940) accepts of CCW, CCW0, CCW1, DC,
 * DS, EQU and ORG, and adds statements for what HLASM has none for. Nothing that a text contains makes it
 * throw, loop or take storage without bound: see {@link org.ccwbench.notation.Limits}.
 */
package org.ccwbench.notation;
