// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

/** What the channel subsystem offers to an attached device: unsolicited or later status, and simulated time. */
public interface DevicePort {
	/** Presents status that no command is waiting to give: attention, or device end after an earlier channel end. */
	void present(int unitStatus);

	/** Runs {@code action} when {@code micros} microseconds of simulated time have passed. */
	void after(long micros, Runnable action);

	/** Simulated time in microseconds. */
	long now();
}
