// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import org.ccwbench.channel.DevicePort;

/** Keeps what a device presents; what it does later is done when {@link #later} is called. */
final class DisplayPort implements DevicePort {
	int presented;
	private Runnable due;

	/** Lets the time pass that the device waits for; false if it waits for nothing. */
	boolean later() {
		Runnable action = due;
		due = null;
		if (action != null) {
			action.run();
		}
		return action != null;
	}

	@Override
	public void present(int unitStatus) {
		presented = unitStatus;
	}

	@Override
	public void after(long micros, Runnable action) {
		due = action;
	}

	@Override
	public long now() {
		return 0;
	}
}
