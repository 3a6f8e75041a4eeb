// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

/**
 * Told what a path does, for the recording and the views, in order. Arguments are primitives or constants:
 * telling allocates nothing. IOVAs are guest absolute addresses; {@code user} addresses are the monitor's
 * virtual ones; {@code host} addresses are absolute. A {@code cause} is the guest absolute address of the CCW
 * or IDAW (or the ORB) for whose sake something is done.
 */
public interface VfioListener {
	/** What {@link #lookedUp} and {@link #ccwTranslated} give for an address that there is not. */
	long NONE_SUCH = -1;

	/** The address spaces between which bytes are copied. */
	enum Space {
		GUEST, USER, HOST
	}

	/** The calls from the monitor into the kernel. */
	enum SystemCall {
		CMD_REQUEST, MAP_DMA, UNMAP_DMA, REGION_INFO, SET_IRQS, PWRITE, PREAD, EVENTFD
	}

	/** Hears nothing. */
	VfioListener NONE = new VfioListener() {};

	/** A stage begins; the index into the path's list of stages. */
	default void stageEntered(int stage) {}

	/** A stage is over; 0 or a negative error number. */
	default void stageLeft(int stage, int result) {}

	/**
	 * An address was looked up. The part of the way that this look-up did not go, and what it did not find, is
	 * {@link #NONE_SUCH}: a monitor's look-up gives no host address, a kernel's of a user page no IOVA.
	 */
	default void lookedUp(long iova, long user, long host, long cause) {}

	/** A page was pinned once more; {@code iova} is NONE_SUCH where the kernel pins by user address. */
	default void pinned(long iova, long user, long host, long cause) {}

	/** One pin was taken off. */
	default void unpinned(long iova, long user, long host, long cause) {}

	/** A page could not be pinned; {@code error} is the negative error number. */
	default void pinRefused(long iova, long user, int error, long cause) {}

	/** A DMA mapping was made. */
	default void dmaMapped(long iova, long user, long length, int permissions) {}

	/** A DMA mapping was taken away. */
	default void dmaUnmapped(long iova, long user, long length, int permissions) {}

	/** The monitor called the kernel: bytes that went in and came out so far. */
	default void systemCall(SystemCall call, int bytesIn, int bytesOut) {}

	/** Bytes were copied from one space to another. */
	default void copied(Space from, long fromAddress, Space to, long toAddress, int length) {}

	/**
	 * A CCW has got a new form.
	 *
	 * @param guest where it lies in the guest
	 * @param user  where it lies in the user-space program, or NONE_SUCH
	 * @param host  where it lies in host storage, or NONE_SUCH as long as only the monitor has worked on it
	 * @param ccw   its eight bytes in the new form
	 */
	default void ccwTranslated(long guest, long user, long host, long ccw) {}

	/** Something for people that none of the others says. */
	default void noted(String words) {}

	/** The guest got a channel-report word, which its STORE CHANNEL REPORT WORD stores (PoP, chapter 17). */
	default void reported(int crw) {}

	/** The host's driver started the program: absolute addresses of the host's ORB and first CCW. */
	default void started(long orb, long cpa, int conditionCode) {}
}
