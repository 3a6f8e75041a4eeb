// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

/**
 * The channel's side of one command: the way for data between the device and the storage that the current CCW
 * (and those data-chained to it) designates. IDALs, MIDALs, skipping, keys and read-backward order are the
 * channel's business; the device sees a plain stream.
 */
public interface Transfer {
	/**
	 * Offers bytes to storage, for read, sense and read-backward commands. The device offers what it has,
	 * however large the count in the CCW is.
	 *
	 * @return how many bytes the channel took, less than {@code length} if it signalled stop because the count
	 *         was exhausted. After a check the channel goes on taking bytes until then and stores none
	 */
	int send(byte[] data, int offset, int length);

	/**
	 * Asks for bytes from storage, for write and control commands.
	 *
	 * @return how many bytes the channel had, less than {@code length} if the count was exhausted or a channel
	 *         check ended the transfer
	 */
	int receive(byte[] into, int offset, int length);

	/** Whether command chaining led to this command (false for the first of a channel program). */
	boolean chained();

	/** Whether the current CCW says to chain to another command after this one. */
	boolean chaining();

	/** The command before this one in the chain, or -1. */
	int previousCommand();

	/**
	 * How many bytes move before the channel has to fetch a data-chained CCW, {@link Integer#MAX_VALUE} if none
	 * follows. A device that cannot wait for that in the middle of a block ends with overrun.
	 */
	default int beforeDataChaining() {
		return Integer.MAX_VALUE;
	}

	/**
	 * Looks at the bytes of the area that the command's CCW designates, before any has moved, and moves none: for
	 * control units that no hardware is behind and that find a question where they store the answer (virtio). What
	 * is data-chained is not seen.
	 *
	 * @return how many bytes there are, at most {@code length}; a bad area is met as if they had moved
	 */
	default int inspect(byte[] into, int offset, int length) {
		return 0;
	}
}
