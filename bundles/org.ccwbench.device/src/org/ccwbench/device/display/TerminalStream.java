// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.display;

import java.util.Arrays;
import org.ccwbench.device.DisplayDevice;

/** A {@link Screen} as the data stream that makes a terminal show it, and what comes back from a terminal. */
final class TerminalStream {
	private static final int ERASE_WRITE = 0xF5;
	private static final int ERASE_WRITE_ALTERNATE = 0x7E;
	/** Write-control character without any action. */
	private static final int NO_ACTION = 0xC0;

	/** Characters below blank that are shown; all others there are orders. */
	private static final int DUPLICATE = 0x1C;
	private static final int FIELD_MARK = 0x1E;

	private TerminalStream() {}

	/** Erases, writes every field and character with its attributes, puts the cursor. */
	static byte[] show(Screen screen, boolean alarm) {
		// Per position at most an order of 18 bytes.
		byte[] out = new byte[8 + 18 * screen.size()];
		int n = 0;
		out[n++] = (byte) (screen.alternate() ? ERASE_WRITE_ALTERNATE : ERASE_WRITE);
		out[n++] = (byte) (NO_ACTION | (screen.locked() ? 0 : DataStream.RESTORE_KEYBOARD) | (alarm ? DataStream.ALARM : 0));
		int[] said = new int[ExtendedAttribute.OF_CHARACTERS];
		for (int p = 0; p < screen.size(); p++) {
			n = screen.isAttribute(p) ? field(screen, p, out, n) : character(screen, p, said, out, n);
		}
		out[n++] = DataStream.SET_BUFFER_ADDRESS;
		n = BufferAddress.encode(out, n, screen.cursor());
		out[n++] = DataStream.INSERT_CURSOR;
		return Arrays.copyOf(out, n);
	}

	private static int field(Screen screen, int p, byte[] out, int at) {
		int n = at;
		out[n++] = DataStream.START_FIELD_EXTENDED;
		int count = n++;
		out[n++] = (byte) DataStream.FIELD_ATTRIBUTE;
		out[n++] = (byte) screen.at(p);
		int pairs = 1;
		for (int i = 0; i < ExtendedAttribute.COUNT; i++) {
			if (screen.extended(p, i) != 0) {
				out[n++] = (byte) ExtendedAttribute.type(i);
				out[n++] = (byte) screen.extended(p, i);
				pairs++;
			}
		}
		if (pairs == 1) {
			n = at;
			out[n++] = DataStream.START_FIELD;
			out[n++] = (byte) screen.at(p);
		} else {
			out[count] = (byte) pairs;
		}
		return n;
	}

	private static int character(Screen screen, int p, int[] said, byte[] out, int at) {
		int n = at;
		for (int i = 0; i < said.length; i++) {
			if (screen.extended(p, i) != said[i]) {
				said[i] = screen.extended(p, i);
				out[n++] = DataStream.SET_ATTRIBUTE;
				out[n++] = (byte) ExtendedAttribute.type(i);
				out[n++] = (byte) said[i];
			}
		}
		int c = screen.at(p);
		out[n++] = (byte) (c >= 0x40 || c == DUPLICATE || c == FIELD_MARK ? c : 0);
		return n;
	}

	/**
	 * Brings what a terminal sends into the screen: attention, cursor, and the fields that were modified.
	 *
	 * @return the attention identifier, or -1 if it is no such record; the screen is as it was then
	 */
	static int answer(Screen screen, byte[] record) {
		int aid = record.length == 0 ? -1 : record[0] & 0xFF;
		if ((aid & 0xF8) == 0x68) {
			if (aid == DisplayDevice.CLEAR) {
				screen.erase(false);
			}
			return aid;
		}
		int cursor = record.length < 3 ? -1 : BufferAddress.decode(record[1] & 0xFF, record[2] & 0xFF);
		if (cursor < 0 || cursor >= screen.size() || !valid(screen, record)) {
			return -1;
		}
		screen.cursor(cursor);
		if (screen.field(0) < 0) {
			unformatted(screen, record);
		} else {
			fields(screen, record);
		}
		return aid;
	}

	/** Whether all addresses are on the screen, and there is one before any data if there are fields. */
	private static boolean valid(Screen screen, byte[] record) {
		boolean fields = screen.field(0) >= 0;
		boolean addressed = !fields;
		for (int at = 3; at < record.length;) {
			if (record[at] != DataStream.SET_BUFFER_ADDRESS) {
				if (!addressed) {
					return false;
				}
				at++;
			} else if (!fields || record.length - at < 3
					|| BufferAddress.decode(record[at + 1] & 0xFF, record[at + 2] & 0xFF) >= screen.size()) {
				return false;
			} else {
				addressed = true;
				at += 3;
			}
		}
		return true;
	}

	private static void unformatted(Screen screen, byte[] record) {
		for (int p = 0, at = 3; p < screen.size(); p++, at++) {
			screen.type(p, at < record.length ? record[at] & 0xFF : 0);
		}
	}

	private static void fields(Screen screen, byte[] record) {
		int position = 0;
		for (int at = 3; at < record.length;) {
			if (record[at] == DataStream.SET_BUFFER_ADDRESS) {
				position = BufferAddress.decode(record[at + 1] & 0xFF, record[at + 2] & 0xFF);
				at += 3;
				empty(screen, position);
			} else if (screen.isAttribute(position)) {
				// More than the field has room for.
				at++;
			} else {
				screen.type(position, record[at++] & 0xFF);
				position = screen.after(position);
			}
		}
	}

	/** Marks the field that begins at a position as modified and empties it. */
	private static void empty(Screen screen, int first) {
		int field = screen.field(first);
		if (field == first) {
			return;
		}
		screen.putAttribute(field, screen.at(field) | Screen.MODIFIED);
		for (int i = 0, p = first; i < screen.size() && !screen.isAttribute(p); i++, p = screen.after(p)) {
			screen.type(p, 0);
		}
	}
}
