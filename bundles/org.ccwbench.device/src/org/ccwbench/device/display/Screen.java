// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.display;

import org.ccwbench.device.Medium;
import org.ccwbench.storage.Storage;

/**
 * The buffer of a display: a character and a mark for each position, and the registers. It lives in a medium
 * of three pages: characters or attribute bytes, marks (1 where an attribute stands), registers.
 */
final class Screen {
	private static final int MARKS = 0x1000;
	private static final int CURSOR = 0x2000;
	private static final int AID = 0x2004;
	private static final int LOCKED = 0x2005;
	private static final int ALTERNATE = 0x2006;
	private static final int ALARMS = 0x2008;
	private static final int LENGTH = 0x3000;

	static final int PROTECTED = 0x20;
	static final int MODIFIED = 0x01;
	private static final int NO_AID = 0x60;
	private static final int DEFAULT_ROWS = 24;
	private static final int DEFAULT_COLUMNS = 80;

	private final Medium medium = Medium.blank("screen");
	private final Storage storage = medium.storage();
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
		return storage.load8(ALTERNATE) != 0 ? alternateRows : DEFAULT_ROWS;
	}

	int columns() {
		return storage.load8(ALTERNATE) != 0 ? alternateColumns : DEFAULT_COLUMNS;
	}

	int size() {
		return rows() * columns();
	}

	/** Clears the buffer to nulls in the default or the alternate size. */
	void erase(boolean alternate) {
		byte[] nulls = new byte[MARKS];
		storage.store(0, nulls, 0, MARKS);
		storage.store(MARKS, nulls, 0, MARKS);
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

	void put(int position, int character) {
		set(position, character, 0);
	}

	void putAttribute(int position, int attribute) {
		set(position, attribute, 1);
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

	void alarm() {
		storage.store32(ALARMS, storage.load32(ALARMS) + 1);
	}
}
