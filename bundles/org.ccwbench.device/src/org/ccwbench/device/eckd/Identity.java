// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.eckd;

import java.util.Arrays;
import org.ccwbench.arch.Ebcdic;
import org.ccwbench.channel.Transfer;
import org.ccwbench.storage.Bytes;

/** What the device says of itself: SENSE ID, device characteristics, configuration data. */
final class Identity {
	private static final int NO_OPERATION = 0x03;
	private static final int READ_DEVICE_CHARACTERISTICS = 0x64;
	private static final int SENSE_ID = 0xE4;
	private static final int READ_CONFIGURATION_DATA = 0xFA;

	private final EckdDevice device;
	private final byte[] senseId;
	private final byte[] characteristics;
	private final byte[] configuration;

	Identity(EckdDevice device) {
		this.device = device;
		this.senseId = senseId();
		this.characteristics = device.control.extended() ? characteristics() : null;
		this.configuration = device.control.extended() ? configuration() : null;
	}

	void register(EckdDevice.Command[] commands) {
		commands[NO_OPERATION] = (command, transfer) -> {
			device.outsideDomain();
			return device.ended();
		};
		commands[SENSE_ID] = (command, transfer) -> answer(transfer, senseId);
		if (!device.control.extended()) {
			return;
		}
		commands[READ_DEVICE_CHARACTERISTICS] = (command, transfer) -> answer(transfer, characteristics);
		commands[READ_CONFIGURATION_DATA] = (command, transfer) -> answer(transfer, configuration);
	}

	private int answer(Transfer transfer, byte[] bytes) {
		device.outsideDomain();
		transfer.send(bytes, 0, bytes.length);
		return device.ended();
	}

	private byte[] senseId() {
		StorageControl control = device.control;
		Geometry disk = device.image.geometry();
		int words = control.commands().length;
		byte[] b = new byte[8 + 4 * words];
		Bytes.put32(b, 0, 0xFF << 24 | control.type() << 8 | control.model());
		Bytes.put32(b, 4, disk.type() << 16 | disk.model() << 8);
		if (words == 0) {
			return Arrays.copyOf(b, 7);
		}
		for (int i = 0; i < control.commands().length; i++) {
			Bytes.put32(b, 8 + 4 * i, control.commands()[i]);
		}
		return b;
	}

	/** The 64 bytes of READ DEVICE CHARACTERISTICS (3990 Reference, chapter 4). */
	private byte[] characteristics() {
		StorageControl control = device.control;
		Geometry disk = device.image.geometry();
		int primary = Math.min(device.image.cylinders(), disk.primary());
		int alternate = device.image.cylinders() - primary;
		byte[] b = new byte[64];
		Bytes.put16(b, 0, control.type());
		b[2] = (byte) control.model();
		Bytes.put16(b, 3, disk.type());
		b[5] = (byte) disk.model();
		Bytes.put32(b, 6, control.facilities());
		b[10] = 0x20;
		b[11] = (byte) disk.typeCode();
		Bytes.put16(b, 12, primary);
		Bytes.put16(b, 14, device.image.heads());
		b[16] = (byte) disk.sectors();
		Bytes.put16(b, 18, disk.length());
		Bytes.put16(b, 20, disk.homeAndR0());
		b[22] = (byte) disk.formula();
		b[23] = (byte) disk.f1();
		if (disk.formula() == 1) {
			Bytes.put16(b, 24, disk.f2());
			Bytes.put16(b, 26, disk.f3());
		} else {
			b[24] = (byte) disk.f2();
			b[25] = (byte) disk.f3();
			b[26] = (byte) disk.f4();
			b[27] = (byte) disk.f5();
		}
		if (alternate > 0) {
			Bytes.put16(b, 28, primary);
			Bytes.put16(b, 30, alternate * device.image.heads());
		}
		b[40] = (byte) disk.typeCode();
		b[41] = (byte) disk.typeCode();
		b[42] = (byte) control.code();
		b[43] = 0x02;
		Bytes.put16(b, 44, disk.r0());
		b[47] = 0x01;
		b[48] = (byte) disk.f6();
		Bytes.put16(b, 49, disk.rps());
		if (control.type() == 0x3990) {
			b[51] = 0x0F;
			b[53] = (byte) (control.locateExtended() ? 0x7F : 0x3F);
		}
		b[54] = (byte) control.functions();
		b[56] = (byte) control.realCode();
		b[57] = (byte) 0xFF;
		Bytes.put32(b, 60, primary);
		return b;
	}

	/** 256 bytes: node-element descriptors of device, string, storage control and subsystem, and a qualifier. */
	private byte[] configuration() {
		Geometry disk = device.image.geometry();
		StorageControl control = device.control;
		int number = device.deviceNumber();
		byte[] b = new byte[256];
		String deviceText = String.format("  %04X%02X ", disk.type(), disk.model());
		String controlText = String.format("  %04X%02X ", control.type(), control.model());
		descriptor(b, 0, 0xDC010100, deviceText + "CCW01" + String.format("%012X", number), number);
		descriptor(b, 32, 0xD4020000, deviceText + "CCW01000000000003", 0);
		descriptor(b, 64, 0xD0000000, controlText + "CCW01000000000002", number >> 8);
		descriptor(b, 96, 0xF0000001, String.format("  %04X   ", control.type()) + "CCW01000000000001", 0);
		b[224] = (byte) 0x80;
		b[230] = 0x1E;
		b[234] = (byte) 0x80;
		Arrays.fill(b, 235, 238, (byte) number);
		b[241] = (byte) 0x80;
		b[242] = (byte) 0x80;
		b[243] = (byte) number;
		return b;
	}

	private static void descriptor(byte[] b, int at, int flags, String text, int tag) {
		Bytes.put32(b, at, flags);
		byte[] ebcdic = Ebcdic.IBM037.encode(text);
		System.arraycopy(ebcdic, 0, b, at + 4, ebcdic.length);
		Bytes.put16(b, at + 30, tag);
	}
}
