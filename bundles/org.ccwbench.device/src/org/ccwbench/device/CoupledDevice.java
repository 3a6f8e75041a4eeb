// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device;

import org.ccwbench.channel.Device;

/** A device that works with another one, such as one side of a channel-to-channel adapter. */
public interface CoupledDevice extends Device {
	/** The device number of the other side, or -1: the next one that is free. */
	int partner();

	/** The device number of this side. */
	int deviceNumber();

	/** Connects both sides; false if the two do not fit each other or one is taken. */
	boolean couple(CoupledDevice other);
}
