// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device;

import java.util.List;
import java.util.function.Supplier;

/**
 * What people see of a device at the place where its registers and its medium stand. There are four shapes, and every
 * device has one of them. Contents are read when they are asked for: ask before the registers move on.
 */
public sealed interface DeviceSight {
	/** What there is to say in words, in the order in which it is to be read. */
	List<Fact> facts();

	/** One thing and how it stands: "Access mechanism", "cylinder 1, head 0". */
	record Fact(String name, String value) {}

	/** A device of which nothing but facts can be seen. */
	record State(List<Fact> facts) implements DeviceSight {}

	/**
	 * Something that passes under a head, piece by piece: a track, a tape, the blocks of a disk. Of a long one these are
	 * the pieces around the head.
	 *
	 * @param unit   what a piece is: "Record", "Block"
	 * @param pieces in the order in which they pass; never empty
	 * @param under  index of the piece that the head is at, or that has passed last
	 * @param passed how much of that piece has passed
	 */
	record Strip(List<Fact> facts, String unit, List<Piece> pieces, int under, Passed passed) implements DeviceSight {}

	/** How much of a piece has passed the head. */
	enum Passed { NOTHING, COUNT, KEY, ALL }

	/** What a piece is. */
	enum Kind {
		/** Index point and home address of a track, load point of a tape, beginning of a disk. */
		BEGINNING,
		/** A record or block with data. */
		DATA,
		/** A tape mark. */
		MARK,
		/** What lies beyond what is shown. */
		MORE,
		/** End of a track, of what is written on a tape, of a disk. */
		END
	}

	/**
	 * A piece of a strip.
	 *
	 * @param name      short: "R3", "Block 17"
	 * @param place     where it is: "cylinder 0, head 0, record 3"
	 * @param keyLength bytes of its key, 0 if it has none
	 * @param length    bytes of its data, without the key; -1 if that is not known
	 * @param open      whether the program may go there: false outside of the extent that it has set
	 * @param content   key and data
	 */
	record Piece(Kind kind, String name, String place, int keyLength, int length, boolean open, Supplier<byte[]> content) {}

	/**
	 * Cards or lines of print, one below the other. Of many these are the ones around the current one.
	 *
	 * @param latin   whether the bytes are characters of ISO 8859-1; they are EBCDIC otherwise
	 * @param current index of the card that was read or punched last, or of the line that was printed last; -1 if there is none
	 */
	record Lines(List<Fact> facts, String unit, boolean latin, List<Line> lines, int current) implements DeviceSight {}

	/**
	 * A card or a line.
	 *
	 * @param number  "3", or page and line
	 * @param mark    what stands beside it: a channel of the carriage control; empty if nothing does
	 * @param text    without blanks at the end
	 * @param content its bytes, as they are on the medium
	 */
	record Line(String number, String mark, String text, Supplier<byte[]> content) {}

	/**
	 * A display.
	 *
	 * @param cells  {@code rows × columns}, row by row
	 * @param cursor position from 0
	 */
	record Screen(List<Fact> facts, int rows, int columns, List<Cell> cells, int cursor) implements DeviceSight {}

	/**
	 * A position of a display (GA23-0059, chapter 4).
	 *
	 * @param character    a blank for a null or a field attribute
	 * @param attribute    of the field that it is in, -1 if there are no fields
	 * @param startsField  whether the attribute stands here
	 * @param highlighting 0 or F0 none, F1 blinking, F2 reverse, F4 underscore, F8 intensified
	 * @param colour       0 default, F1 blue, F2 red, F3 pink, F4 green, F5 turquoise, F6 yellow, F7 white
	 */
	record Cell(char character, int attribute, boolean startsField, int highlighting, int colour) {
		public boolean guarded() {
			return attribute >= 0 && (attribute & 0x20) != 0;
		}

		public boolean intensified() {
			return attribute >= 0 && (attribute & 0x0C) == 0x08 || highlighting == 0xF8;
		}

		/** Nothing is shown of what is in the field. */
		public boolean hidden() {
			return attribute >= 0 && (attribute & 0x0C) == 0x0C;
		}
	}
}
