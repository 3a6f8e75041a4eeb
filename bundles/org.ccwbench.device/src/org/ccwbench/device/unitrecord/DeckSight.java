// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.unitrecord;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.ccwbench.arch.Ebcdic;
import org.ccwbench.device.DeviceSight;
import org.ccwbench.device.DeviceSight.Fact;
import org.ccwbench.device.DeviceSight.Line;
import org.ccwbench.device.Medium;

/** Cards as people see them: those around the one that was read last, or those that were punched last. */
final class DeckSight {
	private static final int AROUND = 60;
	private static final int STACKERS = 4;
	/** A line of a deck in text that is longer than this is cut: it is no card. */
	private static final int LONGEST = 1024;

	private final Medium deck;
	private final boolean ascii;
	private final List<Line> lines = new ArrayList<>();

	private DeckSight(Medium deck, boolean ascii) {
		this.deck = deck;
		this.ascii = ascii;
	}

	static DeviceSight hopper(Medium deck, boolean ascii, ByteBuffer from, List<Fact> facts) {
		boolean loaded = from.get() != 0;
		long at = from.getLong();
		long last = from.getLong();
		int read = from.getInt();
		DeckSight sight = new DeckSight(deck, ascii);
		long begin = read == 0 ? 0 : last;
		int number = read == 0 ? 1 : read;
		for (int i = 0; i < AROUND && begin > 0 && number > 1; i++, number--) {
			begin = sight.before(begin);
		}
		int current = read == 0 ? -1 : read - number;
		for (int n = number; begin < deck.length() && n < number + 2 * AROUND; n++) {
			begin = sight.card(n, begin, n == read ? "read" : "");
		}
		facts.add(new Fact("Deck", String.format("%s, %s", deck.name(), ascii ? "a card a line" : "80 bytes a card")));
		facts.add(new Fact("Hopper", !loaded ? "empty" : at >= deck.length() ? "the last card is out; the next read says so" : read == 0 ? "loaded, no card read" : String.format("card %,d read, card %,d comes next", read, read + 1)));
		stackers(from, facts);
		return new DeviceSight.Lines(facts, "Card", ascii, sight.lines, current);
	}

	static DeviceSight punched(Medium deck, long begin, boolean ascii, ByteBuffer from, List<Fact> facts) {
		DeckSight sight = new DeckSight(deck, ascii);
		int cards = 0;
		int mark = from.position();
		for (int i = 0; i < STACKERS; i++) {
			cards += from.getInt();
		}
		from.position(mark);
		long at = deck.length();
		int number = cards + 1;
		for (int i = 0; i < AROUND && number > 1 && at > begin; i++, number--) {
			at = sight.before(at);
		}
		for (int n = number; n <= cards; n++) {
			at = sight.card(n, at, "");
		}
		facts.add(new Fact("Punched", cards == 0 ? "no card yet" : cards == 1 ? "1 card" : String.format("%,d cards", cards)));
		stackers(from, facts);
		return new DeviceSight.Lines(facts, "Card", ascii, sight.lines, sight.lines.size() - 1);
	}

	private static void stackers(ByteBuffer from, List<Fact> facts) {
		StringBuilder words = new StringBuilder();
		for (int i = 0; i < STACKERS; i++) {
			int n = from.getInt();
			if (n > 0) {
				words.append(words.isEmpty() ? "" : ", ").append(String.format("%,d in stacker %d", n, i + 1));
			}
		}
		facts.add(new Fact("Stackers", words.isEmpty() ? "empty" : words.toString()));
	}

	/** Where the card before the one at {@code begin} begins. */
	private long before(long begin) {
		if (!ascii) {
			return Math.max(0, begin - CardReader.CARD);
		}
		long at = begin - 1;
		while (at > 0 && begin - at < LONGEST && deck.storage().load8(at - 1) != '\n') {
			at--;
		}
		return at;
	}

	/** Adds a card; gives where the next one begins. */
	private long card(int number, long begin, String mark) {
		int length = (int) Math.min(ascii ? LONGEST : CardReader.CARD, deck.length() - begin);
		byte[] b = deck.bytes(begin, length);
		StringBuilder text = new StringBuilder();
		int n = 0;
		while (n < length && !(ascii && b[n] == '\n')) {
			char c = (char) (b[n++] & 0xFF);
			text.append(ascii ? c < ' ' ? ' ' : c : Ebcdic.printable(c));
		}
		int bytes = n;
		lines.add(new Line(String.format("%,d", number), mark, text.toString().stripTrailing(), () -> deck.bytes(begin, bytes)));
		return begin + n + (n < length ? 1 : 0);
	}
}
