// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.check;

import java.util.Arrays;
import org.ccwbench.channel.Device;
import org.ccwbench.channel.DevicePort;
import org.ccwbench.channel.Transfer;

/**
 * What every recorded device of the vfio-ccw recordings answers alike: NOP, SENSE with 32 bytes of zeros, SENSE ID
 * with 256 bytes, of which the first tell the type. It takes any other command and moves no data.
 */
final class GenericDevice implements Device {
	static final int NOP = 0x03;
	static final int SENSE = 0x04;
	static final int SENSE_ID = 0xE4;
	private static final int CHANNEL_END_DEVICE_END = 0x0C;

	private final byte[] id = new byte[256];

	/** @param name of the recorded device */
	GenericDevice(String name) {
		byte[] type = switch (name) {
			case "blk" -> new byte[] {(byte) 0xFF, 0x38, 0x32, 0x02};
			case "rng" -> new byte[] {(byte) 0xFF, 0x38, 0x32, 0x04};
			default -> new byte[] {(byte) 0xFF, 0x32, 0x70, 0x00};
		};
		System.arraycopy(type, 0, id, 0, type.length);
	}

	@Override
	public String type() {
		return "generic";
	}

	@Override
	public void attached(DevicePort port) {}

	@Override
	public int execute(int command, Transfer transfer) {
		switch (command) {
			case SENSE -> transfer.send(new byte[32], 0, 32);
			case SENSE_ID -> transfer.send(id, 0, id.length);
			default -> {
			}
		}
		return CHANNEL_END_DEVICE_END;
	}

	@Override
	public int takeSense(byte[] into) {
		Arrays.fill(into, 0, 32, (byte) 0);
		return 0;
	}

	@Override
	public void reset() {}
}
