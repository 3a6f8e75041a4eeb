// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

/**
 * A device whose control unit can execute transport-mode programs: commands in device-command words, with their
 * parameters as control data (PoP SA22-7832, chapter 15, "Transport-Command-Control Block").
 */
public interface TransportDevice extends Device {
	/**
	 * Whether the control unit executes them; that may depend on the model it was given. If not, a transport-mode
	 * program ends with program check and subchannel-extended-status qualifier 3.
	 */
	boolean transports();

	/**
	 * Executes one device-command word, as {@link Device#execute} does a CCW. {@link Transfer#receive} gives the
	 * control data first, then output data; {@link Transfer#send} takes input data.
	 *
	 * @param command the command byte
	 * @param control how many bytes of control data there are, 0 to 232
	 * @param count   how many bytes of data the word asks for
	 */
	default int execute(int command, int control, long count, Transfer transfer) {
		return execute(command, transfer);
	}
}
