// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import org.ccwbench.arch.Command;
import org.ccwbench.arch.Commands;
import org.ccwbench.notation.Image;
import org.ccwbench.run.CcwRow;

/** CCWs, addresses and status as lines of a report. */
final class CcwText {
	private static final String[] UNIT = {"attention", "status modifier", "control-unit end", "busy", "channel end",
		"device end", "unit check", "unit exception"};
	private static final String[] CHANNEL = {"program-controlled interruption", "incorrect length", "program check",
		"protection check", "channel-data check", "channel-control check", "interface-control check", "chaining check"};
	private static final String[] FLAGS = {"CD", "CC", "SLI", "SKIP", "PCI", "IDA", "S", "MIDA"};

	private final Commands commands;
	private final Image image;

	/** @param deviceType names the commands */
	CcwText(Image image, String deviceType) {
		this.image = image;
		commands = Commands.of(deviceType);
	}

	/** "06 READ DATA, 80 bytes, SLI". */
	String words(CcwRow.Form f) {
		if (f.tic()) {
			return "08 TRANSFER IN CHANNEL to " + label(f.data());
		}
		StringBuilder b = new StringBuilder(command(f.command()));
		b.append(", ").append(f.count()).append(f.count() == 1 ? " byte" : " bytes");
		String flags = flags(f.flags());
		return flags.isEmpty() ? b.toString() : b.append(", ").append(flags).toString();
	}

	/** "06 READ DATA". */
	String command(int code) {
		String hex = String.format("%02X", code);
		return commands.byCode(code).map(Command::title).map(t -> hex + " " + t).orElse(hex);
	}

	static String flags(int flags) {
		return names(FLAGS, flags, "+");
	}

	static String unitStatus(int status) {
		return status == 0 ? "no device status" : names(UNIT, status, ", ");
	}

	static String channelStatus(int status) {
		return names(CHANNEL, status, ", ");
	}

	private static String names(String[] of, int bits, String between) {
		StringBuilder b = new StringBuilder();
		for (int i = 0; i < 8; i++) {
			if ((bits & 0x80 >> i) != 0) {
				b.append(b.isEmpty() ? "" : between).append(of[i]);
			}
		}
		return b.toString();
	}

	/** Eight digits, or sixteen if it needs them. */
	static String hex(long address) {
		return String.format(address >>> 32 == 0 ? "%08X" : "%016X", address);
	}

	/** The address with the name that the text has for it. */
	String label(long guest) {
		String name = image.name(guest);
		String hex = hex(guest);
		return name.equals(hex) ? hex : hex + " " + name;
	}

	/** The two words of a CCW. */
	static String words(long ccw) {
		return String.format("%08X %08X", ccw >>> 32, ccw & 0xFFFF_FFFFL);
	}

	/** The words of a list: where it is and what it holds. */
	static String list(CcwRow.Form f) {
		StringBuilder b = new StringBuilder(f.indirect().get(0).length() == 16 ? "MIDAL " : "IDAL ");
		b.append(hex(f.indirect().get(0).address())).append(':');
		for (CcwRow.Indirect w : f.indirect()) {
			b.append(' ');
			if (w.length() == 16) {
				b.append(String.format("%02X/%d/%s", w.flags(), w.count(), hex(w.data())));
			} else {
				b.append(String.format(w.length() == 4 ? "%08X" : "%016X", w.data()));
			}
		}
		return b.toString();
	}
}
