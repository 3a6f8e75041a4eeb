// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import org.ccwbench.channel.Device;
import org.ccwbench.channel.DevicePort;
import org.ccwbench.channel.Transfer;

/**
 * A device with one record of 8,192 bytes: 01 writes it from its beginning, 02 and 0C read it, 03 and 07 end at
 * once, 04 senses, any other command is rejected (unit check, sense byte 80).
 */
final class TestDevice implements Device {
	static final int RECORD = 8192;

	final byte[] record = new byte[RECORD];
	private final byte[] sense = new byte[32];
	private boolean sensing;

	TestDevice() {
		for (int i = 0; i < RECORD; i++) {
			record[i] = (byte) (i * 31 + (i >>> 8));
		}
	}

	@Override
	public String type() {
		return "test";
	}

	@Override
	public void attached(DevicePort port) {}

	@Override
	public int execute(int command, Transfer transfer) {
		switch (command) {
			case 0x01 -> transfer.receive(record, 0, RECORD);
			case 0x02, 0x0C -> transfer.send(record, 0, RECORD);
			case 0x03, 0x07 -> {
			}
			case 0x04 -> {
				transfer.send(sense, 0, 32);
				sense[0] = 0;
			}
			default -> {
				sense[0] = (byte) 0x80;
				sensing = true;
				return 0x0E;
			}
		}
		return 0x0C;
	}

	@Override
	public int takeSense(byte[] into) {
		if (!sensing) {
			return 0;
		}
		System.arraycopy(sense, 0, into, 0, 32);
		sensing = false;
		return 32;
	}

	@Override
	public void reset() {
		sensing = false;
	}
}
