// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import java.util.Arrays;
import org.ccwbench.storage.Bytes;

/** The transport-status block that a control unit sends at the end of an operation (PoP SA22-7832, chapter 16). */
final class TransportStatus {
	static final int LENGTH = 64;
	private static final int WITHOUT_SENSE = 32;
	private static final int OFFSET_VALID = 0x80;
	private static final int COUNT_VALID = 0x40;
	private static final int IO_STATUS = 1;
	private static final int PROGRAM_CHECK = 2;
	private static final int REASON = 15;

	final byte[] bytes = new byte[LENGTH];
	private final byte[] sense = new byte[32];
	private final Device device;

	TransportStatus(Device device) {
		this.device = device;
	}

	/**
	 * The operation was executed.
	 *
	 * @param offset the command with which it ended early, from the first; -1 if none did
	 * @param count  bytes that did not move
	 * @param unit   unit status; with unit check the sense bytes of the device go along, and are gone there
	 */
	void ended(int offset, long count, int unit) {
		Arrays.fill(bytes, (byte) 0);
		bytes[0] = WITHOUT_SENSE;
		bytes[1] = (byte) (IO_STATUS | COUNT_VALID | (offset < 0 ? 0 : OFFSET_VALID));
		Bytes.put16(bytes, 2, Math.max(0, offset));
		Bytes.put32(bytes, 4, (int) count);
		if ((unit & Scsw.UNIT_CHECK) != 0) {
			Arrays.fill(sense, (byte) 0);
			if (device.takeSense(sense) > 0) {
				System.arraycopy(sense, 0, bytes, WITHOUT_SENSE, sense.length);
				bytes[0] = LENGTH;
			}
		}
	}

	/** The device refused the command block, for this reason and at this command. */
	void programCheck(int reason, int offset) {
		Arrays.fill(bytes, (byte) 0);
		boolean atCommand = reason == CommandBlock.COMMAND_WRONG || reason == CommandBlock.DIRECTION_WRONG;
		bytes[0] = WITHOUT_SENSE;
		bytes[1] = (byte) (PROGRAM_CHECK | (atCommand ? OFFSET_VALID : 0));
		Bytes.put16(bytes, 2, atCommand ? offset : 0);
		bytes[REASON] = (byte) reason;
	}
}
