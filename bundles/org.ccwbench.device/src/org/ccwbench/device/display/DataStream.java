// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.display;

/** Outbound orders and inbound fields of the 3270 data stream, on a {@link Screen}. */
final class DataStream {
	private static final int SET_BUFFER_ADDRESS = 0x11;
	private static final int START_FIELD = 0x1D;
	private static final int START_FIELD_EXTENDED = 0x29;
	private static final int SET_ATTRIBUTE = 0x28;
	private static final int MODIFY_FIELD = 0x2C;
	private static final int INSERT_CURSOR = 0x13;
	private static final int PROGRAM_TAB = 0x05;
	private static final int REPEAT_TO_ADDRESS = 0x3C;
	private static final int ERASE_UNPROTECTED_TO_ADDRESS = 0x12;
	private static final int GRAPHIC_ESCAPE = 0x08;
	/** Type of the pair in extended orders that holds the field attribute. */
	private static final int FIELD_ATTRIBUTE = 0xC0;

	/** Write-control character. */
	private static final int ALARM = 0x04;
	private static final int RESTORE_KEYBOARD = 0x02;
	private static final int RESET_MODIFIED = 0x01;

	/** The 64 graphic characters that six bits of an address are coded as. */
	private static final byte[] CODES = codes();

	private final Screen screen;
	private int address;
	/** Positions on the screen; does not change while a stream is carried out. */
	private int size;
	private byte[] in;
	private int at;
	private int end;

	DataStream(Screen screen) {
		this.screen = screen;
	}

	private static byte[] codes() {
		byte[] codes = new byte[64];
		for (int i = 0; i < 64; i++) {
			boolean letter = (i & 0x0F) >= 1 && (i & 0x0F) <= 9;
			int high = i >> 4;
			codes[i] = (byte) (letter ? 0xC0 | high << 4 | i & 0x0F : 0x40 | high << 4 | i & 0x0F);
		}
		codes[0x20] = 0x60;
		codes[0x21] = 0x61;
		codes[0x30] = (byte) 0xF0;
		return codes;
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
	 * @return false if an order names an address that the screen has not, or is incomplete
	 */
	boolean write(byte[] stream, int length) {
		if (length == 0) {
			return true;
		}
		size = screen.size();
		int control = stream[0] & 0xFF;
		if ((control & RESET_MODIFIED) != 0) {
			resetModified();
		}
		in = stream;
		at = 1;
		end = length;
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
				at += 2;
				return at <= end;
			}
			case INSERT_CURSOR -> screen.cursor(address);
			case PROGRAM_TAB -> tab();
			case REPEAT_TO_ADDRESS -> {
				return repeat();
			}
			case ERASE_UNPROTECTED_TO_ADDRESS -> {
				int to = operand();
				return to >= 0 && eraseTo(to);
			}
			case GRAPHIC_ESCAPE -> {
				return has(1) && character(next());
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
		int first = next();
		int second = next();
		int position = (first & 0xC0) == 0 ? first << 8 | second : (first & 0x3F) << 6 | second & 0x3F;
		return position < size ? position : -1;
	}

	private boolean character(int code) {
		screen.put(address, code);
		address = after(address);
		return true;
	}

	private boolean field(int attribute) {
		screen.putAttribute(address, attribute);
		address = after(address);
		return true;
	}

	/** Type and value pairs; only the field attribute has a place on this screen. */
	private boolean pairs(boolean start) {
		if (!has(1)) {
			return false;
		}
		int count = next();
		if (!has(2 * count) || !start && !screen.isAttribute(address)) {
			return false;
		}
		int attribute = start ? 0 : screen.at(address);
		for (int i = 0; i < count; i++) {
			int type = next();
			int value = next();
			attribute = type == FIELD_ATTRIBUTE ? value : attribute;
		}
		return field(attribute);
	}

	private int after(int position) {
		return position + 1 >= size ? 0 : position + 1;
	}

	private void tab() {
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
		if (code == GRAPHIC_ESCAPE) {
			if (!has(1)) {
				return false;
			}
			code = next();
		}
		do {
			character(code);
		} while (address != to);
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

	/** READ BUFFER from the buffer address: attention, cursor, then all positions. Returns the length. */
	int readBuffer(byte[] out) {
		size = screen.size();
		int n = header(out);
		for (int p = address; p < size; p++) {
			if (screen.isAttribute(p)) {
				out[n++] = START_FIELD;
			}
			out[n++] = (byte) screen.at(p);
		}
		return n;
	}

	/** READ MODIFIED: attention, cursor, then the modified fields without nulls; only attention after PA keys and CLEAR. */
	int readModified(byte[] out) {
		size = screen.size();
		int aid = screen.aid();
		if ((aid & 0xF8) == 0x68) {
			out[0] = (byte) aid;
			return 1;
		}
		int n = header(out);
		boolean fields = screen.field(0) >= 0;
		if (!fields) {
			return data(out, n, 0, size);
		}
		for (int p = 0; p < size; p++) {
			if (screen.isAttribute(p) && (screen.at(p) & Screen.MODIFIED) != 0) {
				int first = after(p);
				out[n++] = SET_BUFFER_ADDRESS;
				n = code(out, n, first);
				n = data(out, n, first, size);
			}
		}
		return n;
	}

	/** Adds what is not null from a position to the next attribute. */
	private int data(byte[] out, int at, int first, int most) {
		int n = at;
		for (int i = 0, p = first; i < most && !screen.isAttribute(p); i++, p = after(p)) {
			if (screen.at(p) != 0) {
				out[n++] = (byte) screen.at(p);
			}
		}
		return n;
	}

	private int header(byte[] out) {
		out[0] = (byte) screen.aid();
		return code(out, 1, screen.cursor());
	}

	private static int code(byte[] out, int n, int position) {
		out[n] = CODES[position >> 6 & 0x3F];
		out[n + 1] = CODES[position & 0x3F];
		return n + 2;
	}
}
