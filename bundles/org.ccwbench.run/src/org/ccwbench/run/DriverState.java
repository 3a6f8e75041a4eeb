// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

/** What the driver of a path is about; the names are those of vfio_ccw. */
public enum DriverState {
	/** No program is there: a request is taken. */
	IDLE,
	/** A program is copied, translated and pinned: another request ends with -EAGAIN. */
	CP_PROCESSING,
	/** The channel has the program: another request ends with -EBUSY. */
	CP_PENDING
}
