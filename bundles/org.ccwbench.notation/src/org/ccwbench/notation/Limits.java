// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

/** What one text may ask for at most. Beyond it comes a problem with a place, never an exception. */
public final class Limits {
	/** Characters of a text; the rest is kept and not read. */
	public static final int TEXT = 16 << 20;
	/** Characters of a statement with its continuation lines. */
	public static final int STATEMENT = 32 << 10;
	/** Statements of a text; the rest is kept as one unreadable statement. */
	public static final int STATEMENTS = 200_000;
	/** ORBs of a text. */
	public static final int STARTS = 20_000;
	/** Problems reported for a text; one more says how many were left out. */
	public static final int PROBLEMS = 500;
	/** Parentheses and signs inside each other in an expression. */
	public static final int NESTING = 60;
	/** EQU statements that lead on to further ones. */
	public static final int CHAIN = 200;
	/** Bytes that a text may put into storage. */
	public static final int BYTES = 32 << 20;
	/** Pieces of storage (constants, CCWs, list words) that a source map keeps. */
	public static final int PIECES = 1_000_000;
	/** Bytes that one DS may step over. */
	public static final long RESERVE = 1L << 40;
	/** Words of one computed IDAL. */
	public static final int WORDS = 65_536;

	private Limits() {}
}
