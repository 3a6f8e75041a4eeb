// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.ccwbench.arch.Command;
import org.ccwbench.arch.Commands;
import org.ccwbench.model.Document;

/** Finds lines of a text: by what they say, by a label that they define or name, or by the command of a CCW. Takes any text. */
public final class Search {
	/** What is looked for. */
	public enum For {
		/** Letters in a line, large or small. */
		TEXT,
		/** A label, where it is defined and wherever it is named; * stands for any letters, ? for one. */
		LABEL,
		/** The command of a CCW: its name, words of its meaning, or its code in hexadecimal. */
		COMMAND
	}

	/**
	 * A line that was looked for.
	 *
	 * @param line from 1
	 * @param column from 1
	 * @param text of the line, without blanks at its ends
	 */
	public record Match(int line, int column, String text) {}

	private Search() {}

	/** In the order of the text, at most one for each line. @param words none finds nothing */
	public static List<Match> of(String text, For what, String words) {
		String wanted = words.strip();
		if (wanted.isEmpty()) {
			return List.of();
		}
		return switch (what) {
			case TEXT -> text(text, wanted.toUpperCase(Locale.ROOT));
			case LABEL -> label(text, pattern(wanted));
			case COMMAND -> command(text, wanted.toUpperCase(Locale.ROOT));
		};
	}

	private static List<Match> text(String text, String wanted) {
		List<Match> found = new ArrayList<>();
		int number = 0;
		for (String line : text.split("\\R", -1)) {
			number++;
			int at = line.toUpperCase(Locale.ROOT).indexOf(wanted);
			if (at >= 0) {
				found.add(new Match(number, at + 1, line.strip()));
			}
		}
		return found;
	}

	private static Pattern pattern(String wanted) {
		StringBuilder b = new StringBuilder();
		for (char c : wanted.toCharArray()) {
			b.append(c == '*' ? "[^\\s]*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
		}
		return Pattern.compile(b.toString(), Pattern.CASE_INSENSITIVE);
	}

	private static List<Match> label(String text, Pattern wanted) {
		String[] lines = text.split("\\R", -1);
		List<Match> found = new ArrayList<>();
		int line = 0;
		int begin = 0;
		int seen = -1;
		for (Token t : Rename.names(text)) {
			if (!wanted.matcher(text.substring(t.offset(), t.end())).matches()) {
				continue;
			}
			while (line < lines.length - 1 && t.offset() >= next(text, begin, lines[line])) {
				begin = next(text, begin, lines[line]);
				line++;
			}
			if (line != seen) {
				seen = line;
				found.add(new Match(line + 1, t.offset() - begin + 1, lines[line].strip()));
			}
		}
		return found;
	}

	/** Where the line behind one that begins at {@code begin} begins. */
	private static int next(String text, int begin, String line) {
		int end = begin + line.length();
		return end < text.length() - 1 && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n' ? end + 2 : end + 1;
	}

	private static List<Match> command(String text, String wanted) {
		Document document = Notation.parse("search", text).document();
		String[] lines = text.split("\\R", -1);
		List<Match> found = new ArrayList<>();
		for (Listing.Row row : Listing.of(document, Notation.assemble(document))) {
			String code = String.format("%02X", row.command());
			Command command = row.tic() ? null : Commands.of(row.deviceType()).byCode(row.command()).orElse(null);
			boolean named = command != null && (command.mnemonic().equalsIgnoreCase(wanted) || wanted.length() > 2 && command.title().toUpperCase(Locale.ROOT).contains(wanted));
			if (named || wanted.equals(code) || wanted.equals("X'" + code + "'") || row.tic() && (wanted.equals("TIC") || wanted.equals("TRANSFER IN CHANNEL"))) {
				String line = lines[row.line() - 1];
				found.add(new Match(row.line(), 1 + line.length() - line.stripLeading().length(), line.strip()));
			}
		}
		return found;
	}
}
