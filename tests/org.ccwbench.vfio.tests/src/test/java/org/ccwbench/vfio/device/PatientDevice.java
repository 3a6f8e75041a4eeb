// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.device;

import org.ccwbench.channel.Device;
import org.ccwbench.channel.DevicePort;
import org.ccwbench.channel.Transfer;

/** 01 takes data and works until {@link #end}; 02 gives 64 bytes of 5A; 03 ends at once; all else is unit check. */
final class PatientDevice implements Device {
	private static final int ENDED = 0x0C;
	private DevicePort port;

	@Override
	public String type() {
		return "patient";
	}

	@Override
	public void attached(DevicePort to) {
		port = to;
	}

	@Override
	public int execute(int command, Transfer transfer) {
		byte[] data = new byte[64];
		switch (command) {
			case 0x01 -> {
				transfer.receive(data, 0, data.length);
				return 0;
			}
			case 0x02 -> {
				java.util.Arrays.fill(data, (byte) 0x5A);
				transfer.send(data, 0, data.length);
				return ENDED;
			}
			case 0x03 -> {
				return ENDED;
			}
			default -> {
				return 0x02;
			}
		}
	}

	/** Ends the command that is going on. */
	void end() {
		port.present(ENDED);
	}

	/** Presents attention, as when somebody presses a key. */
	void attention() {
		port.present(0x80);
	}

	@Override
	public int takeSense(byte[] into) {
		return 0;
	}

	@Override
	public void reset() {}
}
