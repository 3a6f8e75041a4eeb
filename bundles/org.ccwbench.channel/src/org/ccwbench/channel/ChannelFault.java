// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

/** A malfunction that {@link Subchannel#inject} lets happen: nothing in a simulation breaks by itself. */
public enum ChannelFault {
	/** Invalid checking-block code on data; the command runs to its end. Waits for a command that moves data. */
	CHANNEL_DATA_CHECK(Scsw.CHANNEL_DATA_CHECK),
	/** The channel itself failed; the next command is not executed. */
	CHANNEL_CONTROL_CHECK(Scsw.CHANNEL_CONTROL_CHECK),
	/** The interface to the control unit failed; the next command is not executed. */
	INTERFACE_CONTROL_CHECK(Scsw.INTERFACE_CONTROL_CHECK),
	/** Data chaining came too late for the device. Waits for a command of a CCW that moves data. */
	CHAINING_CHECK(Scsw.CHAINING_CHECK);

	private final int subchannelStatus;

	ChannelFault(int subchannelStatus) {
		this.subchannelStatus = subchannelStatus;
	}

	/** The bit of the subchannel-status byte. */
	public int subchannelStatus() {
		return subchannelStatus;
	}

	boolean duringData() {
		return this == CHANNEL_DATA_CHECK || this == CHAINING_CHECK;
	}
}
