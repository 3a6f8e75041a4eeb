// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.display;

import java.util.Arrays;
import org.ccwbench.storage.Bytes;

/**
 * WRITE STRUCTURED FIELD (GA23-0059, chapter 5): erase or reset, queries, set reply mode, and a 3270 data stream in
 * a field of its own, all for the one partition that there is.
 */
final class StructuredFields {
	private static final int READ_PARTITION = 0x01;
	private static final int ERASE_RESET = 0x03;
	private static final int SET_REPLY_MODE = 0x09;
	private static final int OUTBOUND_3270DS = 0x40;
	/** Operations of READ PARTITION, and which replies the list asks for. */
	private static final int QUERY = 0x02;
	private static final int QUERY_LIST = 0x03;
	private static final int LIST_ONLY = 0x00;
	private static final int ALL_PARTITIONS = 0xFF;
	private static final int ALTERNATE = 0x80;
	/** Commands inside of a field have other codes. */
	private static final int WRITE = 0xF1;
	private static final int ERASE_WRITE = 0xF5;
	private static final int ERASE_WRITE_ALTERNATE = 0x7E;
	private static final int ERASE_ALL_UNPROTECTED = 0x6F;

	private final Screen screen;
	private final DataStream stream;
	/** Codes that a query asked for; null for all. */
	private byte[] queried;
	private boolean asked;

	StructuredFields(Screen screen, DataStream stream) {
		this.screen = screen;
		this.stream = stream;
	}

	/** Whether the last write asked a question. */
	boolean asked() {
		return asked;
	}

	/** The answer to the last question. */
	byte[] answer() {
		return QueryReply.of(screen, queried);
	}

	/** Carries out all fields; false if one is not valid here. A length of 0 means to the end. */
	boolean write(byte[] in, int length) {
		asked = false;
		for (int at = 0; at < length;) {
			int n = length - at < 2 ? -1 : Bytes.get16(in, at) == 0 ? length - at : Bytes.get16(in, at);
			if (n < 3 || n > length - at || !field(in, at + 2, at + n)) {
				return false;
			}
			at += n;
		}
		return true;
	}

	private boolean field(byte[] in, int from, int to) {
		int first = to - from > 1 ? in[from + 1] & 0xFF : -1;
		switch (in[from] & 0xFF) {
			case READ_PARTITION -> {
				return first == ALL_PARTITIONS && query(in, from + 2, to);
			}
			case ERASE_RESET -> {
				if (first != 0 && first != ALTERNATE) {
					return false;
				}
				screen.erase(first == ALTERNATE);
				screen.replyMode(Screen.FIELD_MODE, in, 0, 0);
				return true;
			}
			case SET_REPLY_MODE -> {
				return first == 0 && replyMode(in, from + 2, to);
			}
			case OUTBOUND_3270DS -> {
				return first == 0 && to - from > 2 && command(in[from + 2] & 0xFF, in, from + 3, to);
			}
			default -> {
				return false;
			}
		}
	}

	private boolean query(byte[] in, int from, int to) {
		int operation = to > from ? in[from] & 0xFF : -1;
		if (operation == QUERY) {
			queried = null;
		} else if (operation == QUERY_LIST && to - from >= 2) {
			// All replies also answer a list that says which to add.
			queried = in[from + 1] == LIST_ONLY ? Arrays.copyOfRange(in, from + 2, to) : null;
		} else {
			return false;
		}
		asked = true;
		return true;
	}

	private boolean replyMode(byte[] in, int from, int to) {
		int mode = to > from ? in[from] & 0xFF : -1;
		int types = to - from - 1;
		if (mode < Screen.FIELD_MODE || mode > Screen.CHARACTER_MODE || types > ExtendedAttribute.OF_CHARACTERS) {
			return false;
		}
		screen.replyMode(mode, in, from + 1, mode == Screen.CHARACTER_MODE ? types : 0);
		return true;
	}

	private boolean command(int command, byte[] in, int from, int to) {
		switch (command) {
			case WRITE -> stream.address(screen.cursor());
			case ERASE_WRITE, ERASE_WRITE_ALTERNATE -> {
				screen.erase(command == ERASE_WRITE_ALTERNATE);
				stream.address(0);
			}
			case ERASE_ALL_UNPROTECTED -> {
				stream.eraseAllUnprotected();
				return from == to;
			}
			default -> {
				return false;
			}
		}
		return stream.write(in, from, to);
	}
}
