// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.fault;

import org.ccwbench.device.SenseCondition;

/** What goes wrong with one command. */
public sealed interface DeviceFault {
	/** The device is not ready: unit check as initial status, intervention required. */
	record NotReady() implements DeviceFault {}

	/**
	 * The command ends with this status and is not executed.
	 *
	 * @param sense  1 to 32 sense bytes; those that are left out are zeros
	 * @param status the unit-status byte
	 */
	record Check(byte[] sense, int status) implements DeviceFault {}

	/** The command is not executed because of this condition; sense bytes are in the device's own form. */
	record Broken(SenseCondition condition) implements DeviceFault {}

	/** The command is executed, and what it read was wrong: data check. */
	record BadData() implements DeviceFault {}

	/**
	 * The device is busy and does not take the command.
	 *
	 * @param status busy, with what else it presents; busy alone ends with device end, with status modifier (the control
	 *               unit is busy) with control-unit end, after so many microseconds
	 */
	record Busy(long micros, int status) implements DeviceFault {}

	/** Channel end is missing in the ending status: device end comes alone. */
	record NoChannelEnd() implements DeviceFault {}

	/** The command is executed and no status ever presented. */
	record NoStatus() implements DeviceFault {}
}
