// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.fault;

/** Says when a device fails. Asked once each time; a fault that is given has happened. */
public interface DeviceFaults {
	/**
	 * What goes wrong with a command; null if nothing does.
	 *
	 * @param chained whether command chaining led to it
	 */
	DeviceFault next(int command, boolean chained);

	/** Simulated microseconds by which its ending status comes later; 0 if it does not. */
	long delay(int command);

	/** Whether the data of this record cannot be read. */
	boolean unreadable(int cylinder, int head, int record);
}
