// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.unitrecord;

import java.nio.ByteBuffer;

/**
 * Where the carriage stops on a form: the channel of each line, from a carriage tape or a forms control
 * buffer. Lines count from 1.
 */
final class FormsControl {
	static final int LONGEST = 180;
	private static final int LAST_CHANNEL = 12;
	private static final int END_OF_FORM = 0x10;
	private static final int INDEX = 0x80;

	private final int[] channel = new int[LONGEST + 2];
	private int lines;

	/** Eleven inches at six lines: channel 1 on line 1, 12 on line 61, the others between. */
	FormsControl() {
		lines = 66;
		int[] stops = {1, 7, 13, 19, 25, 31, 37, 43, 63, 49, 55, 61};
		for (int c = 1; c <= LAST_CHANNEL; c++) {
			channel[stops[c - 1]] = c;
		}
	}

	/** Puts the form into {@value #LONGEST} bytes and two. */
	void keep(ByteBuffer into) {
		into.putShort((short) lines);
		for (int l = 1; l <= LONGEST; l++) {
			into.put((byte) channel[l]);
		}
	}

	/** The form that {@link #keep} has put. */
	static FormsControl kept(ByteBuffer from) {
		FormsControl form = new FormsControl();
		form.lines = from.getShort();
		for (int l = 1; l <= LONGEST; l++) {
			form.channel[l] = from.get();
		}
		return form;
	}

	int lines() {
		return lines;
	}

	/** The channel that stops at a line, or 0. */
	int at(int line) {
		return channel[line];
	}

	/** The next line after {@code line} that a channel stops at, perhaps of the next form and so not greater; 0 if none. */
	int next(int line, int wanted) {
		for (int i = 1; i <= lines; i++) {
			int l = (line + i - 1) % lines + 1;
			if (channel[l] == wanted) {
				return l;
			}
		}
		return 0;
	}

	/** Whether the last of the first {@code length} bytes of an image ends it. */
	static boolean ends(byte[] image, int length) {
		int first = (image[0] & INDEX) != 0 ? 1 : 0;
		return length > first + 1 && (image[length - 1] & END_OF_FORM) != 0;
	}

	/**
	 * Loads an image: perhaps an index byte, then a byte a line with its channel, the last marked.
	 *
	 * @return how many bytes were used; -1 if it is no image, and nothing has changed
	 */
	int load(byte[] image, int length) {
		int first = length > 0 && (image[0] & INDEX) != 0 ? 1 : 0;
		for (int i = first; i < length && i - first < LONGEST; i++) {
			int c = image[i] & 0xFF & ~END_OF_FORM;
			if (c > LAST_CHANNEL) {
				return -1;
			}
			if (i > first && (image[i] & END_OF_FORM) != 0) {
				java.util.Arrays.fill(channel, 0);
				lines = i - first + 1;
				for (int l = 1; l <= lines; l++) {
					channel[l] = image[first + l - 1] & 0x0F;
				}
				return i + 1;
			}
		}
		return -1;
	}
}
