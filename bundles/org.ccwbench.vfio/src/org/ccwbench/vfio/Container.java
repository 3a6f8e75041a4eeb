// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

/**
 * What a driver can ask of the container that its device belongs to: reading the guest's storage, pinning pages
 * of it. Results are 0 or more, or a negative error number. A {@code cause} is the guest address of what needs
 * it, for the listener; it changes nothing else.
 */
public interface Container {
	/**
	 * Reads guest storage through the map; needs read permission only.
	 *
	 * @return 0, −EINVAL (unmapped), −EPERM or −EFAULT; {@code into} may hold a part then
	 */
	int read(long iova, byte[] into, int offset, int length, long cause);

	/** Whether somebody is told of each call, so that calls must be those that the driver makes, one by one. */
	default boolean heard() {
		return true;
	}

	/**
	 * The page of guest storage in which a range lies, to be read at once in place of a {@link #read} that would give
	 * the same bytes. The range begins at the IOVA's own offset within the 4,096 bytes. It is not counted until
	 * {@link #countReads} says so.
	 *
	 * @return null if it must be read: if it is not all in one page, cannot be read, or somebody listens
	 */
	default byte[] page(long iova, int length) {
		return null;
	}

	/** Reads that {@link #page} stood for: how many, of how many bytes in all. */
	default void countReads(int reads, int bytes) {}

	/**
	 * Pins the pages of {@code n} IOVAs as {@link #pin} does, if nothing is out of the ordinary.
	 *
	 * @return whether it did; if not, nothing has happened
	 */
	default boolean pinAll(long[] iovas, int offset, int n, long[] frames) {
		return false;
	}

	/**
	 * Pins the pages of {@code n} IOVAs in one call, for reading and writing: all or none.
	 *
	 * @param iovas   any addresses within the pages, from index {@code offset}
	 * @param frames  receives the host address of each page at the same index
	 * @param cause   guest address of what needs the first page
	 * @param stride  what to add to it for each further page
	 * @return {@code n}; −EINVAL (unmapped), −EPERM, −EFAULT, −ENOMEM (too much is pinned)
	 */
	int pin(long[] iovas, int offset, int n, long[] frames, long cause, long stride);

	/** Takes one pin off each of the pages, as they were pinned. */
	void unpin(long[] iovas, int offset, int n, long[] frames, long cause);

	/**
	 * The driver of 5.17 unpins pages that it has not pinned, when it cannot read the whole of a list whose first word
	 * it has read: those that would follow the first byte. The program is freed next, so that nothing comes of it.
	 */
	default void unpinNothing(long[] iovas, int offset, int n, long cause) {}

	/**
	 * Pins pages in as few calls as the driver makes: one for each run of IOVAs that follow each other page by page,
	 * or, if {@code single}, one for each page. All or none.
	 *
	 * @return as {@link #pin}
	 */
	default int pinRuns(long[] iovas, int offset, int n, long[] frames, long cause, long stride, boolean single) {
		int end = offset + n;
		for (int at = offset; at < end;) {
			int run = single ? 1 : run(iovas, at, end);
			int rc = pin(iovas, at, run, frames, cause + (at - offset) * stride, stride);
			if (rc < 0) {
				unpinRuns(iovas, offset, at - offset, frames, cause, single);
				return rc;
			}
			at += run;
		}
		return n;
	}

	/** Takes the pins of {@link #pinRuns} off, in the same runs. */
	default void unpinRuns(long[] iovas, int offset, int n, long[] frames, long cause, boolean single) {
		int end = offset + n;
		for (int at = offset; at < end;) {
			int run = single ? 1 : run(iovas, at, end);
			unpin(iovas, at, run, frames, cause);
			at += run;
		}
	}

	/** From index {@code at}, how many IOVAs follow each other page by page, below index {@code end}; at least 1. */
	private static int run(long[] iovas, int at, int end) {
		int n = 1;
		while (at + n < end && iovas[at + n] == iovas[at] + ((long) n << 12)) {
			n++;
		}
		return n;
	}
}
