// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

/**
 * What goes wrong in a channel subsystem and on the way to its devices. It is asked at the places where real
 * machines fail, so that nothing else has to know of failures. Numbers are those of subchannels.
 */
public interface Malfunctions {
	/** Nothing goes wrong. */
	Malfunctions NONE = new Malfunctions() {};

	/**
	 * The channel is about to give a command to the device. Now is the time to take paths away ({@link
	 * Subchannel#reachable}), to inject a {@link ChannelFault}, or to detach the device.
	 *
	 * @param chained whether command chaining led to it
	 */
	default void selecting(int subchannel, int command, boolean chained) {}

	/** The condition code with which an instruction ends without being executed; -1 lets it be executed. */
	default int answer(IoInstruction instruction, int subchannel) {
		return -1;
	}

	/** Simulated microseconds by which an interruption comes too late; less than 0 if it never comes. */
	default long late(int subchannel) {
		return 0;
	}
}
