// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.storage;

/**
 * Told of every change of state before it happens, in order. All arguments are primitives or long-lived
 * objects, so that telling allocates nothing. The recording implements it; without one it is {@link #NONE}.
 */
public interface Journal {
	/** Keeps nothing. */
	Journal NONE = new Journal() {};

	/**
	 * Bytes of one page of absolute storage are about to be replaced.
	 *
	 * @param space   the storage that changes
	 * @param address absolute address of the first byte
	 * @param frame   the 4,096 bytes of the page as they still are
	 * @param offset  offset of the first byte in {@code frame}
	 * @param length  number of bytes, 1 to 4,096; never crosses the page
	 */
	default void storing(Storage space, long address, byte[] frame, int offset, int length) {}

	/** The storage key of the page at {@code address} changes; keys are the 7 bits ACC(4) F R C. */
	default void keying(Storage space, long address, int oldKey, int newKey) {}

	/** A page-table entry changes; targets are page addresses or {@link PageTable#UNMAPPED}. */
	default void mapping(PageTable table, long page, long oldTarget, long newTarget) {}

	/** The pin count of a page changes by {@code delta} (+1 or −1); {@code owner} says for what, see the caller. */
	default void pinning(PinTable pins, long page, int delta, long owner) {}
}
