// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tape;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.ccwbench.device.Medium;
import org.ccwbench.storage.Storage;

/**
 * A tape in the AWS format: chunks of up to 65,535 bytes, each after a header of six bytes: its length, the
 * length of the chunk before it (both little-endian), flags, zero. A block is one chunk or several, a tape
 * mark one without data. In the HET format a block may be compressed with zlib or bzip2, which the flags of all its
 * chunks say; what is written here is not compressed. Every answer is a length, or one of the negative numbers. What is
 * damaged, the medium is told with its place.
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
	/** Low bits of the flags, or the one bit of the byte after them: how the block is compressed. */
	private static final int COMPRESSION = 0x03;
	private static final int ZLIB = PackedBlock.ZLIB;
	private static final int OTHER_ZLIB = 0x80;
	private static final int RESERVED_FLAGS = 0x1C;
	/** A block of more chunks than this is no block. */
	private static final int MOST_CHUNKS = 4096;
	/** Blocks that are looked at when a tape is mounted. */
	private static final int LOOKED_AT = 1024;

	private final Medium medium;
	private final Storage storage;
	private final byte[] header = new byte[HEADER];
	private PackedBlock packed;
	/** Where the next block begins, and how long the chunk before it is. */
	private long at;
	private int before;
	private long blockNumber;
	/** Tape marks between the load point and here. */
	private long marks;

	/** Whether the block that passed last is compressed. */
	private boolean compressed;
	/** Only looks: whoever mounted the tape is not told of damage. */
	private final boolean onlooker;

	AwsTape(Medium medium) {
		this(medium, false);
	}

	private AwsTape(Medium medium, boolean onlooker) {
		this.medium = medium;
		this.storage = medium.storage();
		this.onlooker = onlooker;
	}

	/** The same tape for one who only looks at it, where {@link #keep} says that it stood. */
	static AwsTape onlooker(Medium medium, ByteBuffer from) {
		AwsTape tape = new AwsTape(medium, true);
		tape.at = from.getLong();
		tape.before = from.getInt();
		tape.blockNumber = from.getLong();
		tape.marks = from.getLong();
		return tape;
	}

	boolean atLoadPoint() {
		return at == 0;
	}

	/** Bytes of the image between the load point and here. */
	long here() {
		return at;
	}

	/** Blocks and tape marks between the load point and here. */
	long blockNumber() {
		return blockNumber;
	}

	long marks() {
		return marks;
	}

	/** Puts where the tape stands. */
	void keep(ByteBuffer into) {
		into.putLong(at).putInt(before).putLong(blockNumber).putLong(marks);
	}

	boolean compressed() {
		return compressed;
	}

	void rewind() {
		at = 0;
		before = 0;
		blockNumber = 0;
		marks = 0;
	}

	/** Reads the next block into {@code into}, or only passes it if that is null. */
	int forward(byte[] into) {
		if (at >= medium.length()) {
			return END_OF_DATA;
		}
		long here = at;
		int length = 0;
		int compression = 0;
		int previous = before;
		for (int chunk = 0; chunk < MOST_CHUNKS; chunk++) {
			int size = header(here);
			String wrong = wrong(here, size, previous, chunk == 0, compression);
			if (wrong != null) {
				return damaged(here, wrong);
			}
			if ((header[4] & MARK) != 0) {
				return arrive(here + HEADER, 0, TAPE_MARK);
			}
			compression = compression(header);
			compressed = compression != 0;
			here += HEADER;
			length = chunk(here, size, compression, into, length, chunk == 0);
			if (length < 0) {
				return damaged(here, unpacks(compression));
			}
			here += size;
			previous = size;
			if ((header[4] & LAST_CHUNK) != 0) {
				if (into != null && compression != 0) {
					length = packed.finish(into, length);
				}
				return length < 0 ? damaged(here - size, unpacks(compression)) : arrive(here, size, length == 0 ? TAPE_MARK : length);
			}
		}
		return damaged(at, "expected a block of at most " + MOST_CHUNKS + " chunks");
	}

	private static String unpacks(int compression) {
		return "expected a block of at most " + LARGEST_BLOCK + " bytes" + switch (compression) {
			case 0 -> "";
			case ZLIB -> " compressed with zlib";
			default -> " compressed with bzip2";
		};
	}

	private int damaged(long here, String expected) {
		if (!onlooker) {
			medium.damaged(here, expected);
		}
		return DAMAGED;
	}

	/** What had to stand in a header instead of what was just loaded from it; null if it is right. */
	private String wrong(long here, int size, int previous, boolean first, int compression) {
		if (size < 0) {
			return "expected a chunk header of 6 bytes, the tape ends inside it";
		}
		if (((header[2] & 0xFF) | (header[3] & 0xFF) << 8) != previous) {
			return "expected a chunk header that repeats the length before it, " + previous;
		}
		int flags = header[4] & 0xFF;
		boolean mark = (flags & MARK) != 0;
		if (mark ? !first || size > 0 : first != ((flags & FIRST_CHUNK) != 0)) {
			return "expected the flags of a block's " + (first ? "first" : "next") + " chunk, or of a tape mark between blocks";
		}
		if ((flags & RESERVED_FLAGS) != 0 || (flags & COMPRESSION) == COMPRESSION || !first && compression != compression(header)) {
			return "expected the flags of a chunk that is plain or compressed with zlib or bzip2, as the block began";
		}
		if (here + HEADER + size > medium.length()) {
			return "expected " + size + " bytes behind the chunk header, the tape ends before";
		}
		return null;
	}

	/** Adds a chunk to the {@code length} bytes that are in {@code into}; gives the new length, or -1 if that is too long or damaged. */
	private int chunk(long from, int size, int compression, byte[] into, int length, boolean first) {
		if (compression == 0) {
			if (length + size > LARGEST_BLOCK) {
				return -1;
			}
			if (into != null) {
				storage.load(from, into, length, size);
			}
			return length + size;
		}
		if (into == null) {
			// How long the block is when unpacked is not asked for.
			return Math.max(length, size);
		}
		if (packed == null) {
			packed = new PackedBlock();
		}
		if (first) {
			packed.begin(compression);
		}
		storage.load(from, packed.chunk, 0, size);
		return packed.unpack(size, into, length);
	}

	/** How a chunk with this header is compressed: 0 not at all, else as {@link PackedBlock} says. */
	private static int compression(byte[] header) {
		return (header[5] & OTHER_ZLIB) != 0 ? ZLIB : header[4] & COMPRESSION;
	}

	/** Goes over the first blocks to find one that is damaged; the medium is told. The tape is at its load point after that. */
	void look() {
		for (int n = 0; n < LOOKED_AT && forward(null) != DAMAGED && at < medium.length(); n++) {
			continue;
		}
		rewind();
	}

	private int arrive(long there, int lastChunk, int answer) {
		at = there;
		before = lastChunk;
		blockNumber++;
		marks += answer == TAPE_MARK ? 1 : 0;
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
				return damaged(Math.max(0, here), "expected the header of the chunk of " + size + " bytes that is said to stand here");
			}
			boolean mark = (header[4] & MARK) != 0 || size == 0 && (header[4] & LAST_CHUNK) != 0;
			size = (header[2] & 0xFF) | (header[3] & 0xFF) << 8;
			if (mark || (header[4] & FIRST_CHUNK) != 0) {
				at = here;
				before = size;
				blockNumber--;
				marks -= mark ? 1 : 0;
				return mark ? TAPE_MARK : 0;
			}
		}
		return damaged(here, "expected a block of at most " + MOST_CHUNKS + " chunks");
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
		end(length, length == 0 ? TAPE_MARK : 0);
	}

	/** Writes a tape mark here; it is the last then. */
	void writeMark() {
		put(0, MARK);
		end(0, TAPE_MARK);
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

	private void end(int length, int answer) {
		arrive(at + HEADER + length, length, answer);
		medium.length(at);
	}
}
