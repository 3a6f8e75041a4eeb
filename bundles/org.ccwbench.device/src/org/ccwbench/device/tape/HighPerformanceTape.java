// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tape;

import java.util.Arrays;
import org.ccwbench.channel.Transfer;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.Medium;
import org.ccwbench.storage.Bytes;

/**
 * A 3590: a READ FORWARD of its own beside IPL read, READ PREVIOUS instead of read backward (the same block, but
 * in the order in which it was written), block identifiers of 32 bits, and sense bytes that say what the program
 * is to do (SG24-2506, chapter 5; GA32-0331; Linux drivers/s390/char/tape_3590.h).
 */
final class HighPerformanceTape extends CartridgeTape {
	private static final int READ_FORWARD = 0x06;
	private static final int READ_PREVIOUS = 0x0A;
	private static final int MEDIUM_SENSE = 0xC2;
	private static final int MEDIUM_SENSE_LENGTH = 128;
	private static final int ASSOCIATED_MOUNTED = 0x01;

	/** Sense byte 2: what the program is to do, and what to write into its log. */
	private static final int REISSUE_LATER = 0xC0;
	private static final int CONTINUE = 0x40;
	private static final int LOG_PERMANENT = 0x10;
	/** Sense byte 7: formats of sense for commands that were rejected, and that were executed. */
	private static final int FORMAT_REJECTED = 0x41;
	private static final int FORMAT_EXECUTED = 0x50;

	HighPerformanceTape(DeviceOptions options, Medium medium) {
		super(options, medium);
	}

	@Override
	protected int run(int command, Transfer transfer) {
		return switch (command) {
			case READ_FORWARD -> super.run(READ, transfer);
			case READ_PREVIOUS -> {
				ready();
				yield readBefore(transfer, false);
			}
			case READ_BACKWARD -> throw unitCheck(Condition.COMMAND_REJECT);
			case MEDIUM_SENSE -> mediumSense(transfer);
			default -> super.run(command, transfer);
		};
	}

	private int mediumSense(Transfer transfer) {
		Arrays.fill(buffer, 0, MEDIUM_SENSE_LENGTH, (byte) 0);
		buffer[0] = (byte) (tape() == null ? 0 : ASSOCIATED_MOUNTED);
		transfer.send(buffer, 0, MEDIUM_SENSE_LENGTH);
		return ENDED;
	}

	@Override
	int blockNumbers() {
		return -1;
	}

	@Override
	void identity(byte[] into) {
		Bytes.put32(into, 0, 0xFF359011);
		Bytes.put32(into, 4, 0x35906000);
	}

	@Override
	void characteristics(Transfer transfer) {
		byte[] b = buffer;
		Arrays.fill(b, 0, 64, (byte) 0);
		Bytes.put32(b, 0, 0x35901135);
		Bytes.put16(b, 4, 0x9060);
		// A new tape product with whole block identifiers and compaction; then read forward, block sizes, medium sense.
		Bytes.put32(b, 6, 0x0100_4040);
		Bytes.put32(b, 12, 0x0090_0400);
		Bytes.put32(b, 24, 0x35901135);
		Bytes.put16(b, 28, 0x9060);
		b[40] = 0x46;
		b[41] = (byte) 0x83;
		b[42] = (byte) 0x80;
		Bytes.put32(b, 43, AwsTape.LARGEST_BLOCK);
		Bytes.put32(b, 47, AwsTape.LARGEST_BLOCK);
		transfer.send(b, 0, 64);
	}

	@Override
	void describe(Condition condition) {
		super.describe(condition);
		Arrays.fill(sense, 8, 32, (byte) 0);
		switch (condition) {
			case NOT_READY -> say(REISSUE_LATER, 0x4010, 0x40);
			case UNLOADED -> say(CONTINUE, 0x3123, 0x00);
			case COMMAND_REJECT -> say(0, 0, 0x20);
			case WRITE_PROTECTED -> say(0, 0, 0x23);
			case LOAD_POINT -> say(LOG_PERMANENT, 0x3010, 0x31);
			case END_OF_DATA -> say(LOG_PERMANENT, 0x3020, 0x34);
			case END_OF_TAPE -> say(LOG_PERMANENT, 0x3020, 0x38);
			case DATA_CHECK -> say(LOG_PERMANENT, 0x5010, 0x53);
			case EQUIPMENT_CHECK -> say(LOG_PERMANENT, 0, 0);
			case LOCATE_FAILED -> say(0, 0, 0x35);
			case NONE -> say(0, 0, 0);
		}
		sense[7] = (byte) (condition == Condition.COMMAND_REJECT ? FORMAT_REJECTED : FORMAT_EXECUTED);
	}

	/** Action, reason code with its qualifier (0 where no source says which), and message code. */
	private void say(int action, int reason, int message) {
		sense[2] = (byte) action;
		Bytes.put16(sense, 4, reason);
		sense[6] = (byte) message;
	}
}
