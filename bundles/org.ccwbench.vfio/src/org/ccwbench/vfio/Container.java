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
}
