// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** HSCH, CSCH, RSCH, XSCH, SSCH and OPERATOR: what comes while a start function goes on. */
final class InstructionReader {
	private static final int MOST = 1_000_000;
	private static final long LONGEST = 1_000_000_000L;

	/** Keys of a display by name. */
	private static final Map<String, Integer> KEYS = keys();

	private InstructionReader() {}

	private static Map<String, Integer> keys() {
		Map<String, Integer> keys = new LinkedHashMap<>();
		keys.put("ENTER", Instruction.ENTER);
		keys.put("CLEAR", 0x6D);
		keys.put("PA1", 0x6C);
		keys.put("PA2", 0x6E);
		keys.put("PA3", 0x6B);
		for (int n = 1; n <= 24; n++) {
			// F1 to F9 and 7A to 7C; from PF13 on C1 to C9 and 4A to 4C.
			int place = (n - 1) % 12;
			keys.put("PF" + n, place < 9 ? (n <= 12 ? 0xF1 : 0xC1) + place : (n <= 12 ? 0x7A : 0x4A) + place - 9);
		}
		return keys;
	}

	static Instruction read(Line line, Evaluator ev, Problems problems) {
		Operand text = line.keyword("TEXT");
		return new Instruction(line.card().operation().toUpperCase(Locale.ROOT), text == null ? "" : MachineReader.text(text),
				key(line, ev), (int) number(line, ev, "AFTER", MOST),
				number(line, ev, "MICROS", LONGEST), (int) number(line, ev, "CC", 3), line.statement(),
				problems.line(line.card().operation.offset()));
	}

	private static int key(Line line, Evaluator ev) {
		Operand o = line.keyword("KEY");
		String name = o == null ? "ENTER" : MachineReader.text(o).toUpperCase(Locale.ROOT);
		if (!KEYS.containsKey(name)) {
			ev.error(o, "there is no key '" + Syntax.clip(o.text()) + "'", "ENTER, CLEAR, PA1 to PA3 or PF1 to PF24");
			return Instruction.ENTER;
		}
		return KEYS.get(name);
	}

	private static long number(Line line, Evaluator ev, String keyword, long most) {
		Operand o = line.keyword(keyword);
		Long v = o == null ? null : ev.between(o, Map.of(), 0, most, keyword);
		return v == null ? -1 : v;
	}
}
