// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.device;

import java.util.ArrayList;
import java.util.List;

/** The file descriptors of a monitor as far as they are eventfds: what VFIO_DEVICE_SET_IRQS names by number. */
public final class FileTable {
	private static final int FIRST = 3;

	private final List<EventFd> files = new ArrayList<>();

	/** A new eventfd; returns its file descriptor. */
	public int eventfd() {
		files.add(new EventFd());
		return FIRST + files.size() - 1;
	}

	/** The eventfd behind a file descriptor, or null. */
	public EventFd get(int descriptor) {
		int i = descriptor - FIRST;
		return i < 0 || i >= files.size() ? null : files.get(i);
	}

	/** Whether it is one of the three that every process has, which are no eventfds. */
	boolean standard(int descriptor) {
		return descriptor >= 0 && descriptor < FIRST;
	}

	/** Closes a file descriptor; the kernel keeps what it holds. */
	public void close(int descriptor) {
		if (get(descriptor) != null) {
			files.set(descriptor - FIRST, null);
		}
	}
}
