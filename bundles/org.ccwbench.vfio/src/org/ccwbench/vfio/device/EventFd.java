// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.device;

/** A counter that the kernel raises and user space takes, as eventfd(2) makes one. */
public final class EventFd {
	private long count;

	/** Adds one, as the driver does for each event. */
	public void signal() {
		count++;
	}

	/** What a read would give: the count, which becomes 0; 0 stands for one that would block. */
	public long take() {
		long taken = count;
		count = 0;
		return taken;
	}

	/** The count, which stays. */
	public long count() {
		return count;
	}
}
