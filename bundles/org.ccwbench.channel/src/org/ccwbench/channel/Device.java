// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

/**
 * A control unit with its device, as the channel sees it. Commands run one at a time; simulated time passes
 * only through {@link DevicePort}. A device keeps its sense bytes until they are taken.
 */
public interface Device {
	/** The type as people write it: "3390", "3420". */
	String type();

	/** Called once when the device is attached to a subchannel. */
	void attached(DevicePort port);

	/**
	 * Executes one command: moves data through {@code transfer} and gives the unit status (unit-status byte of
	 * the architecture, 0x80 attention … 0x01 unit exception).
	 * <p>Without any call on {@code transfer} (even of length 0), channel end in the answer makes it an immediate
	 * operation. Channel end without device end means that device end comes later through {@link
	 * DevicePort#present}. 0 means that the operation goes on: the device may use {@code transfer} until it
	 * presents channel end in the same way. Status modifier with unit check asks for command retry: the same CCW
	 * is executed again, after device end. Unit check alone leaves sense bytes for {@link #takeSense}.
	 *
	 * @param command the command byte as the channel sent it
	 */
	int execute(int command, Transfer transfer);

	/**
	 * Copies the sense bytes and clears them, as SENSE or concurrent sense does.
	 *
	 * @return how many of the 32 are valid; 0 if there are none
	 */
	int takeSense(byte[] into);

	/**
	 * Copies the sense bytes and leaves them where they are. No program can do that; it is for people who look on,
	 * so that the program's own SENSE still finds them.
	 *
	 * @return how many of the 32 are valid; 0 if there are none
	 */
	default int peekSense(byte[] into) {
		return 0;
	}

	/** A selective or system reset reached the device, as by CLEAR SUBCHANNEL. */
	void reset();

	/** HALT SUBCHANNEL ended a command for which no channel end had been given yet; none is awaited any more. */
	default void halted() {}

	/** The channel program ended, was halted, cleared or suspended: forget what only counts within a chain. */
	default void chainEnded() {}

	/** MODIFY SUBCHANNEL disabled the subchannel, and nothing is going on: forget what only counts while it is enabled. */
	default void disabled() {}
}
