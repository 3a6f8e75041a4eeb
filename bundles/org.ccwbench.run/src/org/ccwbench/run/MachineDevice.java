// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import org.ccwbench.channel.Device;
import org.ccwbench.device.MediumDevice;

/**
 * A simulated device of a session's machine.
 *
 * @param number device number
 * @param device the device itself, without what lets it fail; it belongs to the thread that runs the session
 */
public record MachineDevice(int number, Device device) {
	/** What is wrong with its image or with what was written to it, for people; null if nothing is. */
	public String failure() {
		String why = device instanceof MediumDevice m ? m.medium().failure() : null;
		return why == null ? null : String.format("device %04X: %s", number, why);
	}
}
