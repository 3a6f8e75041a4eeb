// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The flag byte of a CCW as a text. */
public final class Flags {
	/** Names of the flags, leftmost bit first. */
	public static final List<String> NAMES = List.of("CD", "CC", "SLI", "SKIP", "PCI", "IDA", "S", "MIDA");

	private Flags() {}

	/** The bit of flag number {@code i} of {@link #NAMES}. */
	public static int bit(int i) {
		return 0x80 >> i;
	}

	/** Names joined by +, in the order of the bits; "0" if none is on. */
	public static String text(int flags) {
		List<String> on = new ArrayList<>(8);
		for (int i = 0; i < 8; i++) {
			if ((flags & bit(i)) != 0) {
				on.add(NAMES.get(i));
			}
		}
		return on.isEmpty() ? "0" : String.join("+", on);
	}

	/** What a flag operand becomes when a bit is turned on or off. Names are kept in the order in which they were written. */
	public static String with(String written, int value, int bit, boolean on) {
		if (((value & bit) != 0) == on) {
			return written;
		}
		Map<String, Integer> names = Names.ccwFlags();
		List<String> parts = new ArrayList<>();
		for (String p : (written == null ? "" : written).split("\\+", -1)) {
			Integer known = names.get(p.strip().toUpperCase(java.util.Locale.ROOT));
			if (known == null || Integer.bitCount(known) != 1) {
				return text(on ? value | bit : value & ~bit);
			}
			if (known != bit) {
				parts.add(p.strip());
			}
		}
		if (on) {
			parts.add(NAMES.get(Integer.numberOfLeadingZeros(bit) - 24));
		}
		return parts.isEmpty() ? "0" : String.join("+", parts);
	}
}
