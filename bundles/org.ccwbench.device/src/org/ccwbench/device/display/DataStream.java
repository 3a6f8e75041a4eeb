// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.display;

import java.util.Arrays;

/** Outbound orders of the 3270 data stream, on a {@link Screen}. */
final class DataStream {
	static final int SET_BUFFER_ADDRESS = 0x11;
	static final int START_FIELD = 0x1D;
	static final int START_FIELD_EXTENDED = 0x29;
	static final int SET_ATTRIBUTE = 0x28;
	static final int INSERT_CURSOR = 0x13;
	static final int GRAPHIC_ESCAPE = 0x08;
	private static final int MODIFY_FIELD = 0x2C;
	private static final int PROGRAM_TAB = 0x05;
	private static final int REPEAT_TO_ADDRESS = 0x3C;
	private static final int ERASE_UNPROTECTED_TO_ADDRESS = 0x12;
	/** Types of the pairs in extended orders: the field attribute, and all character attributes at once. */
	static final int FIELD_ATTRIBUTE = 0xC0;
	private static final int ALL_ATTRIBUTES = 0x00;
	/** The character set that characters after a graphic escape are in. */
	static final int ESCAPE_SET = 0xF1;

	/** Write-control character. */
	static final int ALARM = 0x04;
	static final int RESTORE_KEYBOARD = 0x02;
	private static final int RESET_MODIFIED = 0x01;

	private final Screen screen;
	private int address;
	/** Positions on the screen; does not change while a stream is carried out. */
	private int size;
	private byte[] in;
	private int at;
	private int end;
	/** Attributes that characters get, from SET ATTRIBUTE. */
	private final byte[] current = new byte[ExtendedAttribute.OF_CHARACTERS];
	/** Whether data stood just before this order. */
	private boolean afterData;

	DataStream(Screen screen) {
		this.screen = screen;
	}

	/** Where the next character goes. */
	void address(int position) {
		address = position;
	}

	int address() {
		return address;
	}

	/**
	 * Carries out a write-control character and the orders and data after it.
	 *
	 * @return false if an order names an address or attribute that the screen has not, or is incomplete
	 */
	boolean write(byte[] stream, int from, int to) {
		if (from == to) {
			return true;
		}
		size = screen.size();
		int control = stream[from] & 0xFF;
		if ((control & RESET_MODIFIED) != 0) {
			resetModified();
		}
		Arrays.fill(current, (byte) 0);
		in = stream;
		at = from + 1;
		end = to;
		afterData = false;
		boolean valid = true;
		while (valid && at < end) {
			valid = order(next());
		}
		if (valid && (control & RESTORE_KEYBOARD) != 0) {
			screen.restore();
		}
		if (valid && (control & ALARM) != 0) {
			screen.alarm();
		}
		return valid;
	}

	private int next() {
		return in[at++] & 0xFF;
	}

	private boolean has(int bytes) {
		return end - at >= bytes;
	}

	private boolean order(int code) {
		boolean data = afterData;
		afterData = false;
		switch (code) {
			case SET_BUFFER_ADDRESS -> {
				int to = operand();
				address = Math.max(0, to);
				return to >= 0;
			}
			case START_FIELD -> {
				return has(1) && field(next());
			}
			case START_FIELD_EXTENDED, MODIFY_FIELD -> {
				return pairs(code == START_FIELD_EXTENDED);
			}
			case SET_ATTRIBUTE -> {
				return has(2) && setAttribute(next(), next());
			}
			case INSERT_CURSOR -> screen.cursor(address);
			case PROGRAM_TAB -> tab(data);
			case REPEAT_TO_ADDRESS -> {
				return repeat();
			}
			case ERASE_UNPROTECTED_TO_ADDRESS -> {
				int to = operand();
				return to >= 0 && eraseTo(to);
			}
			case GRAPHIC_ESCAPE -> {
				return has(1) && escaped(next());
			}
			default -> {
				return character(code);
			}
		}
		return true;
	}

	/** The two address bytes after an order as a position, or -1. */
	private int operand() {
		if (!has(2)) {
			return -1;
		}
		int position = BufferAddress.decode(next(), next());
		return position < size ? position : -1;
	}

	private boolean character(int code) {
		screen.put(address, code);
		for (int i = 0; i < current.length; i++) {
			if (current[i] != 0) {
				screen.extended(address, i, current[i] & 0xFF);
			}
		}
		address = after(address);
		afterData = true;
		return true;
	}

	private boolean escaped(int code) {
		int position = address;
		character(code);
		screen.extended(position, ExtendedAttribute.CHARACTER_SET, ESCAPE_SET);
		return true;
	}

	private boolean setAttribute(int type, int value) {
		if (type == ALL_ATTRIBUTES) {
			Arrays.fill(current, (byte) 0);
			return true;
		}
		int index = ExtendedAttribute.index(type);
		if (index < 0 || index >= current.length) {
			return false;
		}
		current[index] = (byte) value;
		return true;
	}

	private boolean field(int attribute) {
		screen.putAttribute(address, attribute);
		screen.plain(address);
		address = after(address);
		return true;
	}

	/** Type and value pairs of a new field, or of one that is there. */
	private boolean pairs(boolean start) {
		if (!has(1)) {
			return false;
		}
		int count = next();
		if (!has(2 * count) || !start && !screen.isAttribute(address)) {
			return false;
		}
		int position = address;
		if (start) {
			field(0);
		}
		for (int i = 0; i < count; i++) {
			int type = next();
			int value = next();
			int index = ExtendedAttribute.index(type);
			if (type == FIELD_ATTRIBUTE) {
				screen.putAttribute(position, value);
			} else if (index >= 0) {
				screen.extended(position, index, value);
			} else if (start || type != ALL_ATTRIBUTES) {
				return false;
			} else {
				screen.plain(position);
			}
		}
		address = after(position);
		return true;
	}

	private int after(int position) {
		return position + 1 >= size ? 0 : position + 1;
	}

	/** Goes behind the next unprotected attribute; after data, what is left of the field becomes nulls first. */
	private void tab(boolean afterText) {
		for (int i = 0; afterText && i < size && !screen.isAttribute(address); i++) {
			screen.put(address, 0);
			address = after(address);
			if (address == 0) {
				return;
			}
		}
		for (int i = 0; i < size; i++) {
			boolean found = screen.isAttribute(address) && (screen.at(address) & Screen.PROTECTED) == 0;
			address = after(address);
			if (found || address == 0) {
				return;
			}
		}
	}

	private boolean repeat() {
		int to = operand();
		if (to < 0 || !has(1)) {
			return false;
		}
		int code = next();
		boolean escape = code == GRAPHIC_ESCAPE;
		if (escape) {
			if (!has(1)) {
				return false;
			}
			code = next();
		}
		do {
			if (escape) {
				escaped(code);
			} else {
				character(code);
			}
		} while (address != to);
		afterData = false;
		return true;
	}

	private boolean eraseTo(int to) {
		boolean free = free(address);
		do {
			if (screen.isAttribute(address)) {
				free = (screen.at(address) & Screen.PROTECTED) == 0;
			} else if (free) {
				screen.put(address, 0);
			}
			address = after(address);
		} while (address != to);
		return true;
	}

	/** Whether the field that a position is in, if any, is not protected. */
	private boolean free(int position) {
		int field = screen.field(position);
		return field < 0 || (screen.at(field) & Screen.PROTECTED) == 0;
	}

	private void resetModified() {
		for (int p = 0; p < size; p++) {
			if (screen.isAttribute(p)) {
				screen.putAttribute(p, screen.at(p) & ~Screen.MODIFIED);
			}
		}
	}

	/** Clears unprotected fields and puts the cursor into the first. */
	void eraseAllUnprotected() {
		size = screen.size();
		boolean free = free(0);
		int first = -1;
		for (int p = 0; p < size; p++) {
			if (screen.isAttribute(p)) {
				free = (screen.at(p) & Screen.PROTECTED) == 0;
				if (free) {
					screen.putAttribute(p, screen.at(p) & ~Screen.MODIFIED);
					first = first < 0 ? after(p) : first;
				}
			} else if (free) {
				screen.put(p, 0);
			}
		}
		screen.cursor(Math.max(0, first));
		screen.restore();
	}
}
