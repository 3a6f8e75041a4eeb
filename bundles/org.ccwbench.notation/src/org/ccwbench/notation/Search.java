// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

	private final String text;
	private final Lines lines;
	private final int most;
	private final List<Match> found = new ArrayList<>();

	private Search(String text, int most) {
		this.text = text;
		this.most = most;
		lines = new Lines(text);
	}

	/**
	 * In the order of the text, at most one for each line.
	 *
	 * @param words none finds nothing
	 * @param most matches that are wanted; those behind them are not looked for
	 */
	public static List<Match> of(String text, For what, String words, int most) {
		String wanted = words.strip();
		if (wanted.isEmpty()) {
			return List.of();
		}
		Search search = new Search(text, most);
		switch (what) {
			case TEXT -> search.text(wanted);
			case LABEL -> search.label(wanted.toUpperCase(Locale.ROOT));
			case COMMAND -> search.command(wanted.toUpperCase(Locale.ROOT));
		}
		return search.found;
	}

	private void text(String wanted) {
		for (int line = 1; line <= lines.count() && found.size() < most; line++) {
			int last = end(line) - wanted.length();
			int at = lines.start(line);
			while (at <= last && !text.regionMatches(true, at, wanted, 0, wanted.length())) {
				at++;
			}
			if (at <= last) {
				add(line, at);
			}
		}
	}

	private void label(String wanted) {
		int seen = 0;
		for (Token t : Rename.names(text)) {
			if (found.size() >= most) {
				return;
			}
			int line = lines.line(t.offset());
			if (line != seen && Glob.matches(wanted, text.substring(t.offset(), t.end()).toUpperCase(Locale.ROOT))) {
				seen = line;
				add(line, t.offset());
			}
		}
	}

	private void command(String wanted) {
		Document document = Notation.parse("search", text).document();
		for (Listing.Row row : Listing.of(document, Notation.assemble(document))) {
			if (found.size() >= most) {
				return;
			}
			String code = String.format("%02X", row.command());
			Command command = row.tic() ? null : Commands.of(row.deviceType()).byCode(row.command()).orElse(null);
			boolean named = command != null && (command.mnemonic().equalsIgnoreCase(wanted) || wanted.length() > 2 && command.title().toUpperCase(Locale.ROOT).contains(wanted));
			if (named || wanted.equals(code) || wanted.equals("X'" + code + "'") || row.tic() && (wanted.equals("TIC") || wanted.equals("TRANSFER IN CHANNEL"))) {
				String line = text.substring(lines.start(row.line()), end(row.line()));
				add(row.line(), lines.start(row.line()) + line.length() - line.stripLeading().length());
			}
		}
	}

	/** Behind the last character of a line that does not end it. */
	private int end(int line) {
		int end = line < lines.count() ? lines.start(line + 1) : text.length();
		while (end > lines.start(line) && Lines.isEnd(text.charAt(end - 1))) {
			end--;
		}
		return end;
	}

	private void add(int line, int at) {
		found.add(new Match(line, lines.column(at), text.substring(lines.start(line), end(line)).strip()));
	}
}
