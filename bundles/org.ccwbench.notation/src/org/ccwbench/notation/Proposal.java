// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

/**
 * Something that could stand at a place of a text.
 *
 * @param text to insert
 * @param offset of the first character to replace
 * @param length characters to replace
 * @param kind what it is, for the icon
 * @param help one phrase
 */
public record Proposal(String text, int offset, int length, Token.Kind kind, String help) {}
