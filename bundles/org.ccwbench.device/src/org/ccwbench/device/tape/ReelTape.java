// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tape;

import org.ccwbench.arch.UnitStatus;
import org.ccwbench.channel.Transfer;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.Medium;
import org.ccwbench.device.UnitCheck;

/** A 3420: 24 sense bytes. Densities and translation are set and change nothing in the image. */
final class ReelTape extends TapeDevice {
	private static final int REQUEST_TRACK_IN_ERROR = 0x1B;
	/** Control commands that need no tape: mode sets, diagnostics, reserve and release. */
	private static final int[] CONTROL = {0x0B, 0x13, 0x23, 0x2B, 0x33, 0x3B, 0x4B, 0x53, 0x63, 0x6B, 0x73, 0x7B, 0x8B, 0x93,
		0xA3, 0xAB, 0xB3, 0xBB, 0xC3, 0xCB, 0xD3, 0xD4, 0xEB, 0xF4};

	/** Sense byte 1. */
	private static final int READY = 0x40;
	private static final int NOT_READY = 0x20;
	private static final int AT_LOAD_POINT = 0x08;
	private static final int FILE_PROTECTED = 0x02;
	/** Sense byte 4: the mark at the end of the tape has passed. */
	private static final int TAPE_INDICATE = 0x20;

	ReelTape(DeviceOptions options, Medium medium) {
		super(options, medium, 24);
	}

	@Override
	int special(int command, Transfer transfer) {
		for (int c : CONTROL) {
			if (c == command) {
				return ENDED;
			}
		}
		if (command == REQUEST_TRACK_IN_ERROR) {
			ready();
			return ENDED;
		}
		throw unitCheck(Condition.COMMAND_REJECT);
	}

	@Override
	UnitCheck unloaded() {
		unitCheck(Condition.UNLOADED);
		return new UnitCheck(ENDED | UnitStatus.UC | UnitStatus.CUE);
	}

	@Override
	void describe(Condition condition) {
		switch (condition) {
			case COMMAND_REJECT -> {
				sense[0] = (byte) COMMAND_REJECT;
				sense[4] = 0x01;
			}
			case WRITE_PROTECTED -> sense[0] = (byte) COMMAND_REJECT;
			case EQUIPMENT_CHECK -> sense[0] = EQUIPMENT_CHECK;
			case END_OF_DATA, END_OF_TAPE, LOCATE_FAILED -> {
				// The tape runs off the reel: both vacuum columns lose their loop.
				sense[0] = EQUIPMENT_CHECK;
				sense[7] = 0x60;
			}
			case DATA_CHECK -> {
				sense[0] = DATA_CHECK;
				sense[3] = (byte) 0xC0;
			}
			default -> {
			}
		}
		if (tape() == null) {
			sense[0] |= INTERVENTION_REQUIRED;
			sense[1] = NOT_READY | FILE_PROTECTED;
		} else if (condition == Condition.NOT_READY) {
			sense[0] |= INTERVENTION_REQUIRED;
			sense[1] = (byte) (NOT_READY | (writeProtected() ? FILE_PROTECTED : 0));
		} else {
			sense[1] = (byte) (READY | (tape().atLoadPoint() ? AT_LOAD_POINT : 0) | (writeProtected() ? FILE_PROTECTED : 0));
		}
		sense[4] |= (byte) (behindMark() ? TAPE_INDICATE : 0);
		sense[5] = (byte) 0xC0;
		sense[6] = 0x03;
		sense[13] = (byte) 0x80;
		sense[14] = 0x01;
		sense[16] = 0x01;
		sense[19] = (byte) 0xFF;
		sense[20] = (byte) 0xFF;
	}
}
