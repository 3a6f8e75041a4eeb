// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.Locale;
import java.util.Map;

/** HSCH, CSCH, RSCH, XSCH and SSCH: what is issued while a start function goes on. */
final class InstructionReader {
	private static final int MOST = 1_000_000;
	private static final long LONGEST = 1_000_000_000L;

	private InstructionReader() {}

	static Instruction read(Line line, Evaluator ev, Problems problems) {
		return new Instruction(line.card().operation().toUpperCase(Locale.ROOT), (int) number(line, ev, "AFTER", MOST),
				number(line, ev, "MICROS", LONGEST), (int) number(line, ev, "CC", 3), line.statement(),
				problems.line(line.card().operation.offset()));
	}

	private static long number(Line line, Evaluator ev, String keyword, long most) {
		Operand o = line.keyword(keyword);
		Long v = o == null ? null : ev.between(o, Map.of(), 0, most, keyword);
		return v == null ? -1 : v;
	}
}
