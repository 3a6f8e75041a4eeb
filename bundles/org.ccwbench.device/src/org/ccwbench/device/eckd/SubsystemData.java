// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.eckd;

import java.util.Arrays;
import org.ccwbench.arch.Ebcdic;
import org.ccwbench.channel.Transfer;
import org.ccwbench.storage.Bytes;

/**
 * PERFORM SUBSYSTEM FUNCTION, whose order says what READ SUBSYSTEM DATA then reads, or sets what the subsystem
 * offers. The orders that Linux gives when it brings a disk online are all here (drivers/s390/block/dasd_eckd.c);
 * what only a 2107 knows, older storage controls reject.
 */
final class SubsystemData {
	static final int PERFORM_SUBSYSTEM_FUNCTION = 0x27;
	private static final int READ_SUBSYSTEM_DATA = 0x3E;

	/** Orders, byte 0 of the parameters. */
	private static final int PREPARE_FOR_READ = 0x18;
	private static final int SET_SUBSYSTEM_CHARACTERISTICS = 0x1D;
	private static final int CHARACTERISTICS_LENGTH = 66;
	/** Suborders of PREPARE FOR READ SUBSYSTEM DATA, byte 6. */
	private static final int PATH_STATUS = 0x00;
	private static final int STATISTICS = 0x01;
	private static final int MESSAGE = 0x03;
	private static final int UNIT_ADDRESSES = 0x0E;
	private static final int HOST_ACCESS = 0x1C;
	private static final int FEATURES = 0x41;
	private static final int VOLUME_STORAGE = 0x52;
	private static final int LOGICAL_CONFIGURATION = 0x53;
	private static final int PREPARE_LENGTH = 12;

	private static final int HOST_ENTRY = 32;
	/** Status in a host's entry: grouped. */
	private static final int HOST_GROUPED = 0x10;

	private final EckdDevice device;
	private final EckdChain chain;
	private final Subsystem subsystem;
	private final byte[] prepared = new byte[512];

	SubsystemData(EckdDevice device, Subsystem subsystem) {
		this.device = device;
		this.chain = device.chain;
		this.subsystem = subsystem;
	}

	void register(EckdDevice.Command[] commands) {
		commands[PERFORM_SUBSYSTEM_FUNCTION] = this::perform;
		commands[READ_SUBSYSTEM_DATA] = this::read;
	}

	private int perform(int command, Transfer transfer) {
		device.outsideDomain();
		device.parameters(transfer, 2);
		byte[] b = device.buffer;
		int order = b[0] & 0xFF;
		valid(b[1] == 0 && (order == PREPARE_FOR_READ || order == SET_SUBSYSTEM_CHARACTERISTICS));
		int length = order == PREPARE_FOR_READ ? PREPARE_LENGTH : CHARACTERISTICS_LENGTH;
		if (transfer.receive(b, 2, length - 2) < length - 2) {
			throw device.reject(EckdDevice.COUNT_TOO_SMALL);
		}
		if (order == PREPARE_FOR_READ) {
			int suborder = b[6] & 0xFF;
			boolean named = suborder == HOST_ACCESS || suborder == VOLUME_STORAGE;
			valid(b[2] == 0 && b[3] == 0 && (named ? namesThis(b) : b[4] == 0 && b[5] == 0));
			Arrays.fill(prepared, (byte) 0);
			chain.subsystemData = prepare(suborder, b);
		}
		return device.ended();
	}

	/** Whether logical subsystem and unit address are those of this device. */
	private boolean namesThis(byte[] b) {
		return Bytes.get16(b, 4) == device.deviceNumber();
	}

	/** Prepares what READ SUBSYSTEM DATA will read; gives its length. */
	private int prepare(int suborder, byte[] b) {
		switch (suborder) {
			case PATH_STATUS -> {
				// One path, valid, attached and configured.
				prepared[0] = (byte) 0xC0;
				prepared[1] = (byte) 0x80;
				prepared[16] = 1;
				return device.control.code() == 0x15 ? 24 : 16;
			}
			case STATISTICS -> {
				prepared[1] = (byte) device.deviceNumber();
				return b[8] == 0 ? 96 : 192;
			}
			case MESSAGE -> {
				// "No message", with the message identification that was asked for.
				prepared[1] = 9;
				System.arraycopy(b, 8, prepared, 4, 4);
				return 9;
			}
			case UNIT_ADDRESSES -> {
				return 512;
			}
			case FEATURES -> {
				return 256;
			}
			default -> {
				valid(device.control.type() == 0x2107);
				return prepareLate(suborder);
			}
		}
	}

	private int prepareLate(int suborder) {
		switch (suborder) {
			case HOST_ACCESS -> {
				Bytes.put16(prepared, 2, 4 + HOST_ENTRY);
				prepared[17] = HOST_ENTRY;
				prepared[19] = 1;
				prepared[20] = (byte) (subsystem.grouped() ? HOST_GROUPED : 0);
				System.arraycopy(subsystem.pathGroup(), 0, prepared, 21, subsystem.pathGroup().length);
				return 20 + HOST_ENTRY;
			}
			case VOLUME_STORAGE -> {
				// A volume that has all its space, in cylinders.
				int cylinders = device.image.cylinders();
				Bytes.put32(prepared, 16, cylinders);
				Bytes.put32(prepared, 20, cylinders);
				Bytes.put32(prepared, 24, cylinders);
				return 28;
			}
			case LOGICAL_CONFIGURATION -> {
				// No extent pools; type, model and serial number of the facility.
				byte[] text = Ebcdic.IBM037.encode("  2107932000000CCW01");
				Bytes.put16(prepared, 0, 32);
				System.arraycopy(text, 0, prepared, 6, 19);
				return 32;
			}
			default -> throw device.reject(EckdDevice.INVALID_PARAMETER);
		}
	}

	private int read(int command, Transfer transfer) {
		device.outsideDomain();
		if (chain.subsystemData == 0) {
			throw device.reject(EckdDevice.INVALID_SEQUENCE);
		}
		transfer.send(prepared, 0, chain.subsystemData);
		chain.subsystemData = 0;
		return device.ended();
	}

	private void valid(boolean parameter) {
		if (!parameter) {
			throw device.reject(EckdDevice.INVALID_PARAMETER);
		}
	}
}
