// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.virtio;

/** Command codes of the control unit (virtio 1.2, 4.3.1.2) and the revision from which on each is valid. */
enum VirtioCommand {
	WRITE_FEATURES(0x11, 0),
	READ_FEATURES(0x12, 0),
	SET_QUEUE(0x13, 0),
	WRITE_CONFIGURATION(0x21, 0),
	READ_CONFIGURATION(0x22, 0),
	WRITE_STATUS(0x31, 0),
	READ_QUEUE_CONFIGURATION(0x32, 0),
	RESET(0x33, 0),
	SET_INDICATORS(0x43, 0),
	SET_CONFIGURATION_INDICATORS(0x53, 0),
	READ_STATUS(0x72, 2),
	SET_ADAPTER_INDICATORS(0x73, 0),
	SET_REVISION(0x83, 0);

	private static final VirtioCommand[] BY_CODE = new VirtioCommand[256];

	static {
		for (VirtioCommand c : values()) {
			BY_CODE[c.code] = c;
		}
	}

	private final int code;
	private final int revision;

	VirtioCommand(int code, int revision) {
		this.code = code;
		this.revision = revision;
	}

	/** The command with that code, or null. */
	static VirtioCommand of(int code) {
		return BY_CODE[code & 0xFF];
	}

	/** Whether a driver that chose a revision may use it. */
	boolean validIn(int chosen) {
		return chosen >= revision;
	}
}
