// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.device;

import org.ccwbench.vfio.ChannelProgram;
import org.ccwbench.vfio.DriverVersion;

/**
 * What happens to the subchannel and the program in it when the device is made, opened, reset, closed and taken
 * away. Results are 0 or negative error numbers.
 */
interface Lifecycle {
	/** The driver's of that version. */
	static Lifecycle of(DriverVersion version, StateMachine machine, CioSubchannel subchannel, ChannelProgram program) {
		return version.beforeSix() ? new EarlyLife(machine, subchannel, program) : new LateLife(machine, program);
	}

	/** Somebody opens the device. */
	int open();

	/** The last one closes it. */
	void close();

	/** VFIO_DEVICE_RESET. */
	int reset();

	/** Pages of the program are about to be unmapped: the driver is to let go of them. */
	void release();

	/** The host asked what is with the subchannel, and it is there. */
	void present();

	/** The driver is taken off the subchannel; the device is closed. */
	void unbind();
}
