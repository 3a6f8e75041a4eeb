// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import org.ccwbench.arch.Ebcdic;

/** Bytes as address, hexadecimal words and EBCDIC characters, sixteen a line. */
final class Dump {
	private Dump() {}

	/** @param indent blanks before each line */
	static String of(byte[] bytes, long address, String indent) {
		StringBuilder b = new StringBuilder();
		for (int at = 0; at < bytes.length; at += 16) {
			int n = Math.min(16, bytes.length - at);
			b.append(indent).append(CcwText.hex(address + at)).append(' ');
			for (int i = 0; i < 16; i++) {
				b.append(i % 4 == 0 ? " " : "");
				b.append(i < n ? String.format("%02X", bytes[at + i]) : "  ");
			}
			b.append("  |");
			for (int i = 0; i < n; i++) {
				char c = Ebcdic.printable(bytes[at + i]);
				b.append(c < 0x7F ? c : '.');
			}
			b.append("|\n");
		}
		return b.toString();
	}
}
