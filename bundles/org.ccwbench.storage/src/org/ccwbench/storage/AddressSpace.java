// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.storage;

/**
 * Something that is read and written by address, big-endian, in pages of 4,096 bytes: {@link Storage}, whose
 * pages hold bytes, or a {@link MappedSpace}, whose pages are pages of another space.
 * Not thread-safe: a session owns its spaces.
 */
public interface AddressSpace {
	int PAGE_SHIFT = 12;
	int PAGE_SIZE = 1 << PAGE_SHIFT;
	long PAGE_MASK = -PAGE_SIZE;

	/** A word for people: "guest absolute", "monitor virtual", "host absolute". */
	String name();

	/** Whether every byte of the range can be accessed; false for a negative or wrapping range. */
	boolean contains(long address, long length);

	/**
	 * Copies bytes out.
	 *
	 * @throws AddressingException if a byte of the range is not there; nothing is copied then
	 */
	void load(long address, byte[] into, int offset, int length);

	/**
	 * Copies bytes in.
	 *
	 * @throws AddressingException if a byte of the range is not there; nothing is stored then
	 */
	void store(long address, byte[] from, int offset, int length);

	/** The doubleword at {@code address}, which need not be aligned. */
	long load64(long address);

	/** The word at {@code address} as an unsigned number. */
	long load32(long address);

	/** The byte at {@code address}, 0 to 255. */
	int load8(long address);

	void store64(long address, long value);

	void store32(long address, long value);

	void store8(long address, int value);

	/** {@code length} bytes as a new array; for views and tests. */
	default byte[] bytes(long address, int length) {
		byte[] b = new byte[length];
		load(address, b, 0, length);
		return b;
	}
}
