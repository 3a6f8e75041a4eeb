// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.device;

/** What happens to a {@link DeviceState}, in the order in which the kernel numbers it. */
public enum DeviceEvent {
	/** The subchannel went away. */
	NOT_OPER,
	/** User space wrote into the I/O region. */
	IO_REQ,
	/** The subchannel presented an I/O interruption. */
	INTERRUPT,
	/** User space wrote into the async command region. */
	ASYNC_REQ,
	OPEN,
	CLOSE
}
