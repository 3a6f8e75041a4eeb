// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.display;

import java.util.Arrays;

/**
 * What reads give of a {@link Screen}, as the reply mode says: field attributes alone, with extended attributes, or
 * with those of characters too. No answer is longer than 18 bytes a position.
 */
final class Inbound {
	private final Screen screen;
	private byte[] out;
	private int n;
	private int size;
	/** Character attributes that the last SET ATTRIBUTE orders have said. */
	private final int[] said = new int[ExtendedAttribute.OF_CHARACTERS];

	Inbound(Screen screen) {
		this.screen = screen;
	}

	private void begin(byte[] into) {
		out = into;
		size = screen.size();
		Arrays.fill(said, 0);
		out[0] = (byte) screen.aid();
		n = BufferAddress.encode(out, 1, screen.cursor());
	}

	/** READ BUFFER from a position: attention, cursor, then all positions. Returns the length. */
	int readBuffer(byte[] into, int from) {
		begin(into);
		for (int p = from; p < size; p++) {
			if (screen.isAttribute(p)) {
				field(p);
			} else {
				character(p);
			}
		}
		return n;
	}

	/** READ MODIFIED: attention, cursor, then the modified fields without nulls; only attention after PA keys and CLEAR. */
	int readModified(byte[] into) {
		begin(into);
		if ((screen.aid() & 0xF8) == 0x68) {
			return 1;
		}
		if (screen.field(0) < 0) {
			data(0, size);
			return n;
		}
		for (int p = 0; p < size; p++) {
			if (screen.isAttribute(p) && (screen.at(p) & Screen.MODIFIED) != 0) {
				int first = screen.after(p);
				out[n++] = DataStream.SET_BUFFER_ADDRESS;
				n = BufferAddress.encode(out, n, first);
				data(first, size);
			}
		}
		return n;
	}

	/** Adds what is not null from a position to the next attribute. */
	private void data(int first, int most) {
		for (int i = 0, p = first; i < most && !screen.isAttribute(p); i++, p = screen.after(p)) {
			if (screen.at(p) != 0) {
				character(p);
			}
		}
	}

	private void field(int p) {
		if (screen.replyMode() == Screen.FIELD_MODE) {
			out[n++] = DataStream.START_FIELD;
			out[n++] = (byte) screen.at(p);
			return;
		}
		out[n++] = DataStream.START_FIELD_EXTENDED;
		int count = n++;
		int pairs = 1;
		pair(DataStream.FIELD_ATTRIBUTE, screen.at(p));
		for (int i = 0; i < ExtendedAttribute.COUNT; i++) {
			if (screen.extended(p, i) != 0) {
				pair(ExtendedAttribute.type(i), screen.extended(p, i));
				pairs++;
			}
		}
		out[count] = (byte) pairs;
	}

	private void character(int p) {
		if (screen.replyMode() == Screen.CHARACTER_MODE) {
			for (int i = 0; i < said.length; i++) {
				if (screen.extended(p, i) != said[i] && screen.tells(i)) {
					said[i] = screen.extended(p, i);
					out[n++] = DataStream.SET_ATTRIBUTE;
					pair(ExtendedAttribute.type(i), said[i]);
				}
			}
		} else if (screen.extended(p, ExtendedAttribute.CHARACTER_SET) == DataStream.ESCAPE_SET) {
			out[n++] = DataStream.GRAPHIC_ESCAPE;
		}
		out[n++] = (byte) screen.at(p);
	}

	private void pair(int type, int value) {
		out[n++] = (byte) type;
		out[n++] = (byte) value;
	}
}
