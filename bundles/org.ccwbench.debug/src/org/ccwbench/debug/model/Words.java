// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.model;

import java.util.stream.Collectors;

import org.ccwbench.arch.Command;
import org.ccwbench.arch.Commands;
import org.ccwbench.arch.Ebcdic;
import org.ccwbench.run.CcwRow;

/** Addresses, bytes and commands as the debugger prints them. */
final class Words {
	private Words() {}

	/** At least eight digits; a dash if there is no such address. */
	static String address(long a) {
		return a == -1 ? "–" : a >>> 32 == 0 ? String.format("%08X", a) : String.format("%X_%08X", a >>> 32, a & 0xFFFF_FFFFL);
	}

	static String command(CcwRow.Form f, String deviceType) {
		return f.tic() ? "TRANSFER IN CHANNEL"
				: Commands.of(deviceType).byCode(f.command()).map(Command::title).orElse(String.format("command %02X", f.command()));
	}

	static String doubleword(long d) {
		return String.format("%08X %08X", d >>> 32, d & 0xFFFF_FFFFL);
	}

	/** In words of four bytes. */
	static String hex(byte[] bytes) {
		StringBuilder b = new StringBuilder(bytes.length * 9 / 4);
		for (int i = 0; i < bytes.length; i++) {
			b.append(i > 0 && i % 4 == 0 ? " " : "").append(String.format("%02X", bytes[i]));
		}
		return b.toString();
	}

	static String ebcdic(byte[] bytes) {
		return java.util.stream.IntStream.range(0, bytes.length).mapToObj(i -> String.valueOf(Ebcdic.printable(bytes[i] & 0xFF))).collect(Collectors.joining());
	}
}
