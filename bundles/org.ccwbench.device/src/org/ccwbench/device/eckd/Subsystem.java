// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.eckd;

import java.util.Arrays;
import org.ccwbench.channel.Transfer;
import org.ccwbench.storage.Bytes;

/** Path groups, reservation, and the commands for the subsystem behind the device. */
final class Subsystem {
	private static final int UNCONDITIONAL_RESERVE = 0x14;
	private static final int SENSE_PATH_GROUP_ID = 0x34;
	private static final int RESET_ALLEGIANCE = 0x44;
	private static final int READ_MESSAGE_ID = 0x4E;
	private static final int SENSE_SUBSYSTEM_STATUS = 0x54;
	private static final int SUSPEND_MULTIPATH_RECONNECTION = 0x5B;
	private static final int READ_DEVICE_CHARACTERISTICS = 0x64;
	private static final int SET_SUBSYSTEM_MODE = 0x87;
	private static final int DEVICE_RELEASE = 0x94;
	private static final int READ_RESET_BUFFERED_LOG = 0xA4;
	private static final int SET_PATH_GROUP_ID = 0xAF;
	private static final int DEVICE_RESERVE = 0xB4;
	private static final int DIAGNOSTIC_CONTROL = 0xF3;
	private static final int READ_CONFIGURATION_DATA = 0xFA;

	/** The only order of DIAGNOSTIC CONTROL. */
	private static final int MEDIA_MAINTENANCE_QUERY = 0x12;
	private static final int PATH_GROUP_ID = 11;
	/** Path state in the first byte of SENSE PATH GROUP ID; none of them after a reset. */
	private static final int UNGROUPED = 0x80;
	private static final int GROUPED = 0xC0;
	private static final int RESERVED_STATE = 0x30;
	/** Function in the first byte of SET PATH GROUP ID. */
	private static final int ESTABLISH = 0x00;
	private static final int NO_FUNCTION = 0x60;

	private final EckdDevice device;
	private final EckdChain chain;
	private final byte[] pathGroup = new byte[PATH_GROUP_ID];
	private int pathState;
	private boolean reserved;

	Subsystem(EckdDevice device) {
		this.device = device;
		this.chain = device.chain;
	}

	void register(EckdDevice.Command[] commands) {
		commands[DEVICE_RESERVE] = this::reserve;
		commands[DEVICE_RELEASE] = this::release;
		commands[READ_RESET_BUFFERED_LOG] = this::readLog;
		if (!device.control.extended()) {
			return;
		}
		commands[SENSE_PATH_GROUP_ID] = this::sensePathGroupId;
		commands[SET_PATH_GROUP_ID] = this::setPathGroupId;
		commands[UNCONDITIONAL_RESERVE] = this::reserve;
		commands[RESET_ALLEGIANCE] = this::resetAllegiance;
		commands[SUSPEND_MULTIPATH_RECONNECTION] = (command, transfer) -> {
			device.outsideDomain();
			return device.ended();
		};
		commands[SENSE_SUBSYSTEM_STATUS] = this::senseSubsystemStatus;
		new SubsystemData(device, this).register(commands);
		commands[READ_MESSAGE_ID] = this::readMessageId;
		commands[SET_SUBSYSTEM_MODE] = this::setSubsystemMode;
		commands[DIAGNOSTIC_CONTROL] = this::diagnosticControl;
	}

	private int sensePathGroupId(int command, Transfer transfer) {
		firstInChain(transfer);
		byte[] b = device.buffer;
		b[0] = (byte) (pathState | (reserved ? RESERVED_STATE : 0));
		System.arraycopy(pathGroup, 0, b, 1, PATH_GROUP_ID);
		transfer.send(b, 0, 1 + PATH_GROUP_ID);
		chain.closed = true;
		return device.ended();
	}

	private int setPathGroupId(int command, Transfer transfer) {
		firstInChain(transfer);
		device.parameters(transfer, 1 + PATH_GROUP_ID);
		byte[] b = device.buffer;
		int function = b[0] & NO_FUNCTION;
		boolean zero = zero(b, 1, PATH_GROUP_ID);
		boolean same = Arrays.equals(b, 1, 1 + PATH_GROUP_ID, pathGroup, 0, PATH_GROUP_ID);
		if (function == NO_FUNCTION || (b[0] & 0x1F) != 0 || zero || !same && !zero(pathGroup, 0, PATH_GROUP_ID)) {
			throw device.reject(EckdDevice.INVALID_PARAMETER);
		}
		if (function == ESTABLISH) {
			System.arraycopy(b, 1, pathGroup, 0, PATH_GROUP_ID);
			pathState = GROUPED;
		} else {
			Arrays.fill(pathGroup, (byte) 0);
			pathState = UNGROUPED;
		}
		chain.closed = true;
		return device.ended();
	}

	private int reserve(int command, Transfer transfer) {
		device.outsideDomain();
		firstInChain(transfer);
		reserved = true;
		return device.sense(transfer);
	}

	private int release(int command, Transfer transfer) {
		device.outsideDomain();
		if (chain.extentDefined || chain.fileMaskSet || chain.readIpl) {
			throw device.reject(EckdDevice.INVALID_SEQUENCE);
		}
		reserved = false;
		return device.sense(transfer);
	}

	private int resetAllegiance(int command, Transfer transfer) {
		firstInChain(transfer);
		byte[] b = device.buffer;
		Arrays.fill(b, 0, 32, (byte) 0);
		b[0] = (byte) (reserved ? 0x90 : 0x80);
		b[1] = 0x20;
		System.arraycopy(pathGroup, 0, b, 5, PATH_GROUP_ID);
		transfer.send(b, 0, 32);
		return device.ended();
	}

	private int senseSubsystemStatus(int command, Transfer transfer) {
		device.outsideDomain();
		afterIdentification(transfer);
		byte[] b = device.buffer;
		Arrays.fill(b, 0, 44, (byte) 0);
		boolean enhanced = device.control.locateExtended();
		b[0] = (byte) (enhanced ? 0x01 : 0x00);
		b[1] = (byte) device.deviceNumber();
		b[2] = 0x1F;
		transfer.send(b, 0, enhanced ? 44 : 40);
		chain.closed = true;
		return device.ended();
	}

	private int readLog(int command, Transfer transfer) {
		device.outsideDomain();
		afterIdentification(transfer);
		Arrays.fill(device.buffer, 0, 32, (byte) 0);
		transfer.send(device.buffer, 0, device.control.senseLength());
		return device.ended();
	}

	private int readMessageId(int command, Transfer transfer) {
		device.outsideDomain();
		int before = transfer.previousCommand();
		if (transfer.chained() && before != SubsystemData.PERFORM_SUBSYSTEM_FUNCTION && before != SET_SUBSYSTEM_MODE) {
			throw device.reject(EckdDevice.INVALID_SEQUENCE);
		}
		Bytes.put32(device.buffer, 0, -1);
		transfer.send(device.buffer, 0, 4);
		chain.closed = true;
		return device.ended();
	}

	/** Cache modes are taken as set: there is no cache to switch. */
	private int setSubsystemMode(int command, Transfer transfer) {
		device.outsideDomain();
		firstInChain(transfer);
		device.parameters(transfer, 2);
		byte[] b = device.buffer;
		if ((b[0] & 0x02) != 0 || (b[1] & 0x07) != 0) {
			throw device.reject(EckdDevice.INVALID_PARAMETER);
		}
		chain.closed = (b[0] & 0x01) == 0;
		return device.ended();
	}

	private int diagnosticControl(int command, Transfer transfer) {
		device.parameters(transfer, 4);
		device.outsideDomain();
		byte[] b = device.buffer;
		if (b[0] != MEDIA_MAINTENANCE_QUERY || b[2] != 0 || b[3] != 0) {
			throw device.reject(EckdDevice.INVALID_PARAMETER);
		}
		if ((chain.fileMask & EckdChain.MASK_AUTHORIZATION) == 0) {
			throw device.reject(EckdDevice.NOT_AUTHORIZED);
		}
		return device.ended();
	}

	/** Refuses a command that something other than a first SUSPEND MULTIPATH RECONNECTION precedes. */
	private void firstInChain(Transfer transfer) {
		boolean second = chain.sequence == 1 && transfer.previousCommand() == SUSPEND_MULTIPATH_RECONNECTION;
		if (chain.sequence > 0 && !second) {
			throw device.reject(EckdDevice.INVALID_SEQUENCE);
		}
	}

	private void afterIdentification(Transfer transfer) {
		int before = transfer.previousCommand();
		if (before != READ_DEVICE_CHARACTERISTICS && before != READ_CONFIGURATION_DATA) {
			firstInChain(transfer);
		}
	}

	/** The path group that the path belongs to, 11 bytes, and whether it belongs to one. */
	byte[] pathGroup() {
		return pathGroup;
	}

	boolean grouped() {
		return pathState == GROUPED;
	}

	private static boolean zero(byte[] b, int at, int length) {
		for (int i = 0; i < length; i++) {
			if (b[at + i] != 0) {
				return false;
			}
		}
		return true;
	}
}
