// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.display;

import java.util.Arrays;
import org.ccwbench.device.Medium;
import org.ccwbench.storage.Storage;

/**
 * The buffer of a display: a character and a mark for each position, extended attributes, and the registers. It
 * lives in a medium of pages: characters or attribute bytes, marks (1 where an attribute stands), registers, then
 * one page for each of {@link ExtendedAttribute}.
 */
final class Screen {
	private static final int PAGE = 0x1000;
	private static final int MARKS = PAGE;
	private static final int CURSOR = 0x2000;
	private static final int AID = 0x2004;
	private static final int LOCKED = 0x2005;
	private static final int ALTERNATE = 0x2006;
	private static final int ALARMS = 0x2008;
	/** Reply mode, how many attribute types it names, and these. */
	private static final int REPLY_MODE = 0x200C;
	private static final int REPLY_COUNT = 0x200D;
	private static final int REPLY_TYPES = 0x2010;
	private static final int EXTENDED = 0x3000;
	private static final int LENGTH = EXTENDED + ExtendedAttribute.COUNT * PAGE;

	static final int PROTECTED = 0x20;
	static final int MODIFIED = 0x01;
	static final int NO_AID = 0x60;
	/** Reply modes. */
	static final int FIELD_MODE = 0;
	static final int EXTENDED_FIELD_MODE = 1;
	static final int CHARACTER_MODE = 2;
	private static final int DEFAULT_ROWS = 24;
	private static final int DEFAULT_COLUMNS = 80;

	private final Medium medium = Medium.blank("screen");
	private final Storage storage = medium.storage();
	private final byte[] page = new byte[PAGE];
	private final byte[] nulls = new byte[PAGE];
	private final int alternateRows;
	private final int alternateColumns;

	Screen(int alternateRows, int alternateColumns) {
		this.alternateRows = alternateRows;
		this.alternateColumns = alternateColumns;
		medium.length(LENGTH);
		aid(NO_AID);
	}

	Medium medium() {
		return medium;
	}

	int rows() {
		return alternate() ? alternateRows : DEFAULT_ROWS;
	}

	int columns() {
		return alternate() ? alternateColumns : DEFAULT_COLUMNS;
	}

	int alternateRows() {
		return alternateRows;
	}

	int alternateColumns() {
		return alternateColumns;
	}

	/** Whether the screen has its alternate size now. */
	boolean alternate() {
		return storage.load8(ALTERNATE) != 0;
	}

	int size() {
		return rows() * columns();
	}

	/** Clears the buffer to nulls in the default or the alternate size. */
	void erase(boolean alternate) {
		for (int at = 0; at < LENGTH; at += PAGE) {
			storage.load(at, page, 0, PAGE);
			if (at != CURSOR && !Arrays.equals(page, nulls)) {
				storage.store(at, nulls, 0, PAGE);
			}
		}
		storage.store8(ALTERNATE, alternate ? 1 : 0);
		cursor(0);
	}

	/** The character or attribute byte at a position. */
	int at(int position) {
		return storage.load8(position);
	}

	boolean isAttribute(int position) {
		return storage.load8(MARKS + position) != 0;
	}

	/** Puts a character, and takes away the extended attributes of what stood there. */
	void put(int position, int character) {
		set(position, character, 0);
		plain(position);
	}

	/** Exchanges the character, which keeps its attributes, as typing does. */
	void type(int position, int character) {
		set(position, character, 0);
	}

	/** Exchanges a field attribute, which keeps its extended attributes. */
	void putAttribute(int position, int attribute) {
		set(position, attribute, 1);
	}

	/** Sets all extended attributes of a position to their defaults. */
	void plain(int position) {
		for (int i = 0; i < ExtendedAttribute.COUNT; i++) {
			extended(position, i, 0);
		}
	}

	/** An extended attribute of a position, 0 for the default. */
	int extended(int position, int index) {
		return storage.load8(EXTENDED + index * PAGE + position);
	}

	void extended(int position, int index, int value) {
		if (extended(position, index) != value) {
			storage.store8(EXTENDED + index * PAGE + position, value);
		}
	}

	private void set(int position, int value, int mark) {
		if (storage.load8(position) != value) {
			storage.store8(position, value);
		}
		if (storage.load8(MARKS + position) != mark) {
			storage.store8(MARKS + position, mark);
		}
	}

	/** Where the attribute of the field that {@code position} is in stands, or -1 without fields. */
	int field(int position) {
		int size = size();
		for (int i = 0, p = position; i < size; i++, p = p == 0 ? size - 1 : p - 1) {
			if (isAttribute(p)) {
				return p;
			}
		}
		return -1;
	}

	/** The position after this one, from the last to the first. */
	int after(int position) {
		return position + 1 >= size() ? 0 : position + 1;
	}

	int cursor() {
		return (int) storage.load32(CURSOR);
	}

	void cursor(int position) {
		if (cursor() != position) {
			storage.store32(CURSOR, position);
		}
	}

	int aid() {
		return storage.load8(AID);
	}

	void aid(int identifier) {
		storage.store8(AID, identifier);
	}

	boolean locked() {
		return storage.load8(LOCKED) != 0;
	}

	void lock(boolean now) {
		storage.store8(LOCKED, now ? 1 : 0);
	}

	/** Restores the keyboard: no attention is outstanding. */
	void restore() {
		lock(false);
		aid(NO_AID);
	}

	/** How often the alarm has sounded. */
	int alarms() {
		return (int) storage.load32(ALARMS);
	}

	void alarm() {
		storage.store32(ALARMS, alarms() + 1);
	}

	int replyMode() {
		return storage.load8(REPLY_MODE);
	}

	/** Sets what reads tell of attributes; in character mode of these types, at most five. */
	void replyMode(int mode, byte[] types, int offset, int count) {
		storage.store8(REPLY_MODE, mode);
		storage.store8(REPLY_COUNT, count);
		if (count > 0) {
			storage.store(REPLY_TYPES, types, offset, count);
		}
	}

	/** Whether reads in character mode tell of an attribute of characters. */
	boolean tells(int index) {
		for (int i = 0; i < storage.load8(REPLY_COUNT); i++) {
			if (storage.load8(REPLY_TYPES + i) == ExtendedAttribute.type(index)) {
				return true;
			}
		}
		return false;
	}
}
