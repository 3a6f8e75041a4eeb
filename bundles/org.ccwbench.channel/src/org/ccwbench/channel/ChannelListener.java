// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

/**
 * Told what the channel subsystem does, for the recording and the views. Arguments are primitives: telling
 * allocates nothing. {@code subchannel} is the subchannel number; addresses are absolute.
 */
public interface ChannelListener {
	/** Hears nothing. */
	ChannelListener NONE = new ChannelListener() {};

	/** A CCW was fetched; {@code ccw} holds its eight bytes as stored. */
	default void ccwFetched(int subchannel, long address, long ccw, boolean format1) {}

	/** An IDAW or MIDAW was fetched; {@code length} is 4, 8 or 16 bytes; {@code word} holds the data address. */
	default void indirectFetched(int subchannel, long address, int length, long word) {}

	/** Data moved between the device and storage; {@code length} bytes that start at {@code address}. */
	default void dataMoved(int subchannel, long address, int length, boolean toStorage) {}

	/** The device accepted or refused a command byte; {@code unitStatus} is the initial status. */
	default void commandStarted(int subchannel, int command) {}

	/** A CCW's operation ended with these two status bytes and residual count. */
	default void commandEnded(int subchannel, int command, int unitStatus, int channelStatus, int residual) {}

	/** The subchannel became status pending; {@code statusControl} are the five bits of the SCSW. */
	default void statusPending(int subchannel, int statusControl) {}

	/** An I/O instruction ended with this condition code. */
	default void instruction(IoInstruction instruction, int subchannel, int conditionCode) {}
}
