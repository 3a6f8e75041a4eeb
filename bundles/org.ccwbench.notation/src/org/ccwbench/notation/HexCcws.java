// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccwbench.arch.Command;
import org.ccwbench.arch.Commands;

/**
 * CCWs out of hexadecimal digits as traces, dumps and mails print them: eight bytes each, in any grouping, with
 * or without 0x, an address before them or characters behind them.
 */
public final class HexCcws {
	private static final int MOST = 4096;
	/** What a dump puts before the bytes of a line: an address or offset with a colon, or one that a wider gap sets off. */
	private static final Pattern PLACE = Pattern.compile("^\\s*(?:\\+|<|0x)?[0-9A-Fa-f]{4,16}(?:>?:|\\h\\h+|\\h+-\\h*)");
	private static final Pattern CHARACTERS = Pattern.compile("\\h*(?:\\|.*|\\*[^*]*\\*\\s*|\\h{2,}\\S*[^0-9A-Fa-fxX\\s_'].*)$");
	private static final Pattern WORD = Pattern.compile("(?:0[xX])?([0-9A-Fa-f]{2,})");

	private HexCcws() {}

	/** The doublewords in a text; empty if it holds none, or something else than hexadecimal digits. */
	public static List<Long> read(String text) {
		StringBuilder digits = new StringBuilder();
		for (String line : text.lines().limit(MOST).toList()) {
			String rest = CHARACTERS.matcher(line).replaceFirst("");
			Matcher place = PLACE.matcher(rest);
			if (place.find() && digits(rest.substring(place.end())) >= 8) {
				rest = rest.substring(place.end());
			}
			String cleared = rest.replaceAll("[Xx]'([0-9A-Fa-f]+)'", "$1").replaceAll("[\\s,;_]+", " ").strip();
			for (String word : cleared.isEmpty() ? new String[0] : cleared.split(" ")) {
				Matcher m = WORD.matcher(word);
				if (!m.matches()) {
					return List.of();
				}
				digits.append(m.group(1));
			}
		}
		List<Long> found = new ArrayList<>();
		if (digits.length() % 16 == 0) {
			for (int i = 0; i < digits.length() && found.size() < MOST; i += 16) {
				found.add(HexFormat.fromHexDigitsToLong(digits, i, i + 16));
			}
		}
		return found;
	}

	private static int digits(String s) {
		return (int) s.chars().filter(c -> Character.digit(c, 16) >= 0).count();
	}

	/** A line of the notation that becomes this CCW again, with names where the text has any. */
	public static String line(long ccw, boolean format1, String deviceType, Image image) {
		int command = (int) (ccw >>> 56);
		long address = format1 ? ccw & 0xFFFFFFFFL : ccw >>> 32 & 0xFFFFFF;
		int flags = (int) (ccw >>> (format1 ? 48 : 24)) & 0xFF;
		int count = (int) (ccw >>> (format1 ? 32 : 0)) & 0xFFFF;
		String name = Commands.of(deviceType).byCode(command).map(Command::mnemonic).orElse(String.format("X'%02X'", command));
		boolean bare = flags == 0 && count == 0 && format1;
		return " ".repeat(9) + (format1 ? "CCW1  " : "CCW0  ") + name + "," + place(address, image)
				+ (bare ? "" : "," + Flags.text(flags) + "," + count);
	}

	/** The label at an address, or its digits. */
	static String place(long address, Image image) {
		for (Map.Entry<String, Long> e : image.labels().entrySet()) {
			if (e.getValue() == address) {
				return e.getKey();
			}
		}
		return address == 0 ? "0" : String.format("X'%X'", address);
	}
}
