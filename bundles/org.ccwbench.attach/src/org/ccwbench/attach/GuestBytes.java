// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

/** Guest storage, to be read. */
interface GuestBytes {
	/** Copies bytes out; false, and nothing copied, if the guest has none there. */
	boolean load(long address, byte[] into, int offset, int length);
}
