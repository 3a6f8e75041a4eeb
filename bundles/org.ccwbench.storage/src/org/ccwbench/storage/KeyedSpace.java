// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.storage;

/**
 * An address space whose pages have storage keys: what a channel runs programs in. It is {@link Storage} itself,
 * or what a device sees of storage through a table of an IOMMU.
 */
public interface KeyedSpace extends AddressSpace {
	/** The storage key of the page, 0 to 127: ACC(4) F R C. */
	int key(long address);

	/** Sets the reference bit of the page's key, and with {@code changed} the change bit, as an access by a channel does. */
	void refer(long address, boolean changed);

	/** Whether an access to the page is let through whatever its key; {@code storing} for one that stores. */
	default boolean permits(long address, boolean storing) {
		return true;
	}
}
