// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tape;

import java.util.Arrays;
import org.ccwbench.channel.Transfer;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.Medium;
import org.ccwbench.storage.Bytes;

/** A 3480 (24 sense bytes) or 3490 (32). */
class CartridgeTape extends TapeDevice {
	private static final int READ_BLOCK_ID = 0x22;
	private static final int READ_BUFFERED_LOG = 0x24;
	private static final int SENSE_PATH_GROUP_ID = 0x34;
	private static final int SYNCHRONIZE = 0x43;
	private static final int LOCATE_BLOCK = 0x4F;
	private static final int READ_DEVICE_CHARACTERISTICS = 0x64;
	private static final int LOAD_DISPLAY = 0x9F;
	private static final int SET_PATH_GROUP_ID = 0xAF;
	private static final int ASSIGN = 0xB7;
	private static final int SET_WRITE_IMMEDIATE = 0xC3;
	private static final int UNASSIGN = 0xC7;
	private static final int MODE_SET = 0xDB;
	private static final int SENSE_ID = 0xE4;
	/** Control commands of older units that are accepted and do nothing. */
	private static final int[] CONTROL = {0x13, 0x23, 0x2B, 0x33, 0x3B, 0x53, 0x5B, 0x63, 0x6B, 0x73, 0x7B, 0x93, 0xA3, 0xAB, 0xB3,
		0xBB, 0xD3};

	/** Sense byte 1. */
	private static final int LOCATE_FAILURE = 0x80;
	private static final int ONLINE = 0x40;
	private static final int BEGINNING_OF_TAPE = 0x08;
	private static final int PROTECTED = 0x02;
	private static final int PATH_GROUP_ID = 11;
	private static final int GROUPED = 0xC0;
	/** The block number in a block identifier; beside it stands where on the tape that is. */
	private static final int BLOCK_NUMBER = 0x3F_FFFF;

	private final int unit;
	private final int model;
	private final byte[] pathGroup = new byte[PATH_GROUP_ID];

	CartridgeTape(DeviceOptions options, Medium medium) {
		super(options, medium, options.type().equals("3480") ? 24 : 32);
		this.unit = Integer.parseInt(options.type(), 16);
		this.model = unit == 0x3480 ? 0x31 : 0x50;
	}

	@Override
	int special(int command, Transfer transfer) {
		switch (command) {
			case SENSE_ID -> {
				identity(buffer);
				transfer.send(buffer, 0, 7);
			}
			case READ_DEVICE_CHARACTERISTICS -> characteristics(transfer);
			case READ_BLOCK_ID -> {
				ready();
				Bytes.put32(buffer, 0, (int) tape().blockNumber() & blockNumbers());
				Bytes.put32(buffer, 4, (int) tape().blockNumber() & blockNumbers());
				transfer.send(buffer, 0, 8);
			}
			case LOCATE_BLOCK -> locate(transfer);
			case SYNCHRONIZE -> ready();
			case READ_BUFFERED_LOG -> {
				Arrays.fill(buffer, 0, 32, (byte) 0);
				transfer.send(buffer, 0, 32);
			}
			case SENSE_PATH_GROUP_ID -> {
				buffer[0] = (byte) (zero(pathGroup, 0) ? 0 : GROUPED);
				System.arraycopy(pathGroup, 0, buffer, 1, PATH_GROUP_ID);
				transfer.send(buffer, 0, 1 + PATH_GROUP_ID);
			}
			case SET_PATH_GROUP_ID -> setPathGroup(transfer);
			case ASSIGN, UNASSIGN -> parameters(transfer, PATH_GROUP_ID);
			case LOAD_DISPLAY -> parameters(transfer, 17);
			case MODE_SET -> parameters(transfer, 1);
			case SET_WRITE_IMMEDIATE -> {
			}
			default -> {
				if (Arrays.stream(CONTROL).noneMatch(c -> c == command)) {
					throw unitCheck(Condition.COMMAND_REJECT);
				}
			}
		}
		return ENDED;
	}

	/** Bits of a block identifier that are the number of the block. */
	int blockNumbers() {
		return BLOCK_NUMBER;
	}

	/** The seven bytes of SENSE ID. */
	void identity(byte[] into) {
		Bytes.put32(into, 0, 0xFF << 24 | unit << 8 | model);
		Bytes.put32(into, 4, unit << 16 | model << 8);
	}

	/** READ DEVICE CHARACTERISTICS, 64 bytes. */
	void characteristics(Transfer transfer) {
		identity(buffer);
		System.arraycopy(buffer, 1, buffer, 0, 6);
		Arrays.fill(buffer, 6, 64, (byte) 0);
		buffer[10] = (byte) 0x80;
		buffer[11] = (byte) 0x80;
		transfer.send(buffer, 0, 64);
	}

	private void locate(Transfer transfer) {
		ready();
		parameters(transfer, 4);
		long wanted = Bytes.get32(buffer, 0) & blockNumbers() & 0xFFFF_FFFFL;
		if (wanted < tape().blockNumber()) {
			tape().rewind();
		}
		while (tape().blockNumber() < wanted) {
			int answer = tape().forward(null);
			if (answer < 0 && answer != AwsTape.TAPE_MARK) {
				throw unitCheck(Condition.LOCATE_FAILED);
			}
		}
	}

	private void setPathGroup(Transfer transfer) {
		parameters(transfer, 1 + PATH_GROUP_ID);
		int function = buffer[0] & 0x60;
		boolean same = Arrays.equals(buffer, 1, 1 + PATH_GROUP_ID, pathGroup, 0, PATH_GROUP_ID);
		if (function == 0x60 || zero(buffer, 1) || !same && !zero(pathGroup, 0)) {
			throw unitCheck(Condition.COMMAND_REJECT);
		}
		if (function == 0) {
			System.arraycopy(buffer, 1, pathGroup, 0, PATH_GROUP_ID);
		} else {
			Arrays.fill(pathGroup, (byte) 0);
		}
	}

	private static boolean zero(byte[] b, int at) {
		for (int i = 0; i < PATH_GROUP_ID; i++) {
			if (b[at + i] != 0) {
				return false;
			}
		}
		return true;
	}

	final void parameters(Transfer transfer, int length) {
		if (transfer.receive(buffer, 0, length) < length) {
			throw unitCheck(Condition.COMMAND_REJECT);
		}
	}

	@Override
	void describe(Condition condition) {
		switch (condition) {
			case NOT_READY -> era(INTERVENTION_REQUIRED, 0x43);
			case UNLOADED -> era(INTERVENTION_REQUIRED, 0x2B);
			case COMMAND_REJECT -> era(COMMAND_REJECT, 0x27);
			case WRITE_PROTECTED -> era(COMMAND_REJECT, 0x30);
			case LOAD_POINT -> era(0, 0x39);
			case END_OF_DATA -> era(DATA_CHECK, 0x31);
			case END_OF_TAPE -> era(EQUIPMENT_CHECK, 0x38);
			case DATA_CHECK -> era(DATA_CHECK, 0x23);
			case EQUIPMENT_CHECK -> era(EQUIPMENT_CHECK, 0x2C);
			case LOCATE_FAILED -> era(EQUIPMENT_CHECK, 0x44);
			case NONE -> era(0, 0);
		}
		sense[1] = (byte) (ONLINE | (condition == Condition.LOCATE_FAILED ? LOCATE_FAILURE : 0));
		if (tape() == null) {
			sense[0] |= INTERVENTION_REQUIRED;
			sense[1] |= PROTECTED;
		} else {
			sense[1] |= (byte) ((tape().atLoadPoint() ? BEGINNING_OF_TAPE : 0) | (writeProtected() ? PROTECTED : 0));
		}
		sense[2] = 0x20;
		// Format of the sense data, and where the unit says which it is.
		sense[7] = (byte) (condition == Condition.UNLOADED ? 0x22 : 0x20);
		sense[25] = 0x06;
		sense[27] = (byte) (unit == 0x3480 ? 0xFC : 0xEC);
		sense[28] = (byte) (number() >> 12);
		sense[29] = (byte) (number() >> 4);
		sense[30] = (byte) ((number() & 0x0F) * 0x11);
	}

	/** Sense byte 0 and the error-recovery action in byte 3. */
	private void era(int sense0, int action) {
		sense[0] = (byte) sense0;
		sense[3] = (byte) action;
	}
}
