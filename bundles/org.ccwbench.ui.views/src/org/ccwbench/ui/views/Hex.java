// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

/** Addresses as the views print them. */
final class Hex {
	private Hex() {}

	/** At least eight digits; a dash if there is no such address. */
	static String address(long a) {
		return a == -1 ? "–" : a >>> 32 == 0 ? String.format("%08X", a) : String.format("%X_%08X", a >>> 32, a & 0xFFFF_FFFFL);
	}

	/** Eight bytes as two words. */
	static String doubleword(long d) {
		return String.format("%08X %08X", d >>> 32, d & 0xFFFF_FFFFL);
	}
}
