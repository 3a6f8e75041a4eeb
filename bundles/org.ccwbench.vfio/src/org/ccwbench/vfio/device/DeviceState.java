// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.device;

/**
 * States of the driver, in the order in which the kernel numbers them: {@link #ordinal} is what its traces print. The
 * names are those since 5.1; in 4.19 the last two are BOXED and BUSY.
 */
public enum DeviceState {
	/** The subchannel is gone or cannot be used. */
	NOT_OPER,
	/** Bound to the driver, not opened, not enabled; before 6.0 closed again, and enabled. */
	STANDBY,
	/** Opened and enabled (before 6.0 from the beginning); nothing was started. */
	IDLE,
	/** A program is being copied and translated. */
	CP_PROCESSING,
	/** A program was started and has not ended. */
	CP_PENDING
}
