// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.compare;

import java.util.ArrayList;
import java.util.List;
import org.ccwbench.run.StartOutcome;

/** What a guest sees of a start function, in so few words that a table has room for them. */
public final class GuestView {
	private static final String[] UNIT = {"ATTN", "SM", "CUE", "BUSY", null, null, "UC", "UE"};
	private static final String[] CHANNEL = {"PCI", "IL", "PGM", "PROT", "CDC", "CCC", "IFCC", "CHAIN"};
	private static final int CLEAR = 0x10;
	private static final int HALT = 0x20;
	private static final int SECONDARY = 0x02;

	private GuestView() {}

	/** "cc 3", "DCC 3", "UE", "PGM", "halted", "no end", "ended"; several joined by "+". */
	public static String words(StartOutcome s) {
		if (s.programInterruption() != 0) {
			return String.format("PIC %02X", s.programInterruption());
		}
		if (s.conditionCode() != 0) {
			return s.conditionCode() < 0 ? "no cc" : "cc " + s.conditionCode();
		}
		byte[] irb = s.irb();
		if (irb == null) {
			return s.delivered().reports().isEmpty() ? "no end" : "no end, CRW";
		}
		List<String> words = new ArrayList<>();
		if ((irb[0] & 3) != 0) {
			words.add("DCC " + (irb[0] & 3));
		}
		if ((irb[2] & (CLEAR | HALT)) != 0) {
			words.add((irb[2] & CLEAR) != 0 ? "cleared" : "halted");
		} else if ((irb[3] & SECONDARY) == 0 && words.isEmpty()) {
			words.add("no end");
		}
		bits(irb[8], UNIT, words);
		bits(irb[9], CHANNEL, words);
		String all = words.isEmpty() ? "ended" : String.join("+", words);
		return s.delivered().reports().isEmpty() ? all : all + ", CRW";
	}

	private static void bits(int status, String[] names, List<String> into) {
		for (int i = 0; i < 8; i++) {
			if ((status & 0x80 >> i) != 0 && names[i] != null) {
				into.add(names[i]);
			}
		}
	}
}
