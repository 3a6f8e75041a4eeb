// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tape;

import java.util.Arrays;
import org.ccwbench.device.Medium;
import org.ccwbench.storage.Storage;

/**
 * A tape in the AWS format: chunks of up to 65,535 bytes, each after a header of six bytes: its length, the
 * length of the chunk before it (both little-endian), flags, zero. A block is one chunk or several, a tape
 * mark one without data. Every answer is a length, or one of the negative numbers.
 */
final class AwsTape {
	static final int LARGEST_BLOCK = 0xFFFF;
	static final int TAPE_MARK = -1;
	static final int LOAD_POINT = -2;
	static final int END_OF_DATA = -3;
	static final int DAMAGED = -4;

	private static final int HEADER = 6;
	private static final int FIRST_CHUNK = 0x80;
	private static final int MARK = 0x40;
	private static final int LAST_CHUNK = 0x20;
	/** A block of more chunks than this is no block. */
	private static final int MOST_CHUNKS = 4096;

	private final Medium medium;
	private final Storage storage;
	private final byte[] header = new byte[HEADER];
	/** Where the next block begins, and how long the chunk before it is. */
	private long at;
	private int before;
	private long blockNumber;

	AwsTape(Medium medium) {
		this.medium = medium;
		this.storage = medium.storage();
	}

	boolean atLoadPoint() {
		return at == 0;
	}

	/** Blocks and tape marks between the load point and here. */
	long blockNumber() {
		return blockNumber;
	}

	void rewind() {
		at = 0;
		before = 0;
		blockNumber = 0;
	}

	/** Reads the next block into {@code into}, or only passes it if that is null. */
	int forward(byte[] into) {
		if (at >= medium.length()) {
			return END_OF_DATA;
		}
		long here = at;
		int length = 0;
		for (int chunk = 0; chunk < MOST_CHUNKS; chunk++) {
			int size = header(here);
			if (size < 0) {
				return DAMAGED;
			}
			if ((header[4] & MARK) != 0) {
				if (chunk > 0 || size > 0) {
					return DAMAGED;
				}
				return arrive(here + HEADER, 0, TAPE_MARK);
			}
			if (length + size > LARGEST_BLOCK || here + HEADER + size > medium.length()) {
				return DAMAGED;
			}
			if (into != null) {
				storage.load(here + HEADER, into, length, size);
			}
			length += size;
			here += HEADER + size;
			if ((header[4] & LAST_CHUNK) != 0) {
				return arrive(here, size, length == 0 ? TAPE_MARK : length);
			}
		}
		return DAMAGED;
	}

	private int arrive(long there, int lastChunk, int answer) {
		at = there;
		before = lastChunk;
		blockNumber++;
		return answer;
	}

	/** Goes back over the block before; 0, or why not. */
	int backward() {
		if (at == 0) {
			return LOAD_POINT;
		}
		long here = at;
		int size = before;
		for (int chunk = 0; chunk < MOST_CHUNKS; chunk++) {
			here -= HEADER + size;
			if (here < 0 || header(here) != size) {
				return DAMAGED;
			}
			boolean mark = (header[4] & MARK) != 0 || size == 0 && (header[4] & LAST_CHUNK) != 0;
			size = (header[2] & 0xFF) | (header[3] & 0xFF) << 8;
			if (mark || (header[4] & FIRST_CHUNK) != 0) {
				at = here;
				before = size;
				blockNumber--;
				return mark ? TAPE_MARK : 0;
			}
		}
		return DAMAGED;
	}

	/** Loads a chunk header; gives the chunk's length, or -1 if there is none. */
	private int header(long here) {
		if (here + HEADER > medium.length()) {
			return -1;
		}
		storage.load(here, header, 0, HEADER);
		return header[0] & 0xFF | (header[1] & 0xFF) << 8;
	}

	/** Writes a block here; it is the last then. */
	void write(byte[] from, int length) {
		put(length, FIRST_CHUNK | LAST_CHUNK);
		medium.store(at + HEADER, from, 0, length);
		end(length);
	}

	/** Writes a tape mark here; it is the last then. */
	void writeMark() {
		put(0, MARK);
		end(0);
	}

	/** Ends the tape here. */
	void erase() {
		medium.length(at);
	}

	private void put(int length, int flags) {
		Arrays.fill(header, (byte) 0);
		header[0] = (byte) length;
		header[1] = (byte) (length >> 8);
		header[2] = (byte) before;
		header[3] = (byte) (before >> 8);
		header[4] = (byte) flags;
		medium.store(at, header, 0, HEADER);
	}

	private void end(int length) {
		arrive(at + HEADER + length, length, 0);
		medium.length(at);
	}
}
