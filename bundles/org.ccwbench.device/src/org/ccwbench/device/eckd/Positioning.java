// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.eckd;

import org.ccwbench.channel.Transfer;

/** Commands that move the access mechanism or say what may move it. */
final class Positioning {
	private static final int SEEK = 0x07;
	private static final int SEEK_CYLINDER = 0x0B;
	private static final int RECALIBRATE = 0x13;
	private static final int RESTORE = 0x17;
	private static final int SEEK_HEAD = 0x1B;
	private static final int SET_FILE_MASK = 0x1F;
	private static final int READ_SECTOR = 0x22;
	private static final int SET_SECTOR = 0x23;

	private final EckdDevice device;
	private final EckdChain chain;

	Positioning(EckdDevice device) {
		this.device = device;
		this.chain = device.chain;
	}

	void register(EckdDevice.Command[] commands) {
		commands[SEEK] = this::seek;
		commands[SEEK_CYLINDER] = this::seek;
		commands[SEEK_HEAD] = this::seek;
		commands[SET_FILE_MASK] = this::setFileMask;
		commands[READ_SECTOR] = this::readSector;
		commands[SET_SECTOR] = this::setSector;
		if (device.image.geometry().type() != 0x3390) {
			commands[RECALIBRATE] = this::recalibrate;
		}
		if (!device.control.extended()) {
			commands[RESTORE] = (command, transfer) -> {
				device.outsideDomain();
				return device.ended();
			};
		}
	}

	private int seek(int command, Transfer transfer) {
		device.outsideDomain();
		int allowed = chain.fileMask & EckdChain.MASK_SEEK;
		switch (command) {
			case SEEK -> protect(allowed == EckdChain.MASK_SEEK_ALL);
			case SEEK_CYLINDER -> protect(allowed == EckdChain.MASK_SEEK_ALL || allowed == EckdChain.MASK_SEEK_CYLINDER_HEAD);
			default -> {
				device.positioned();
				protect(allowed != EckdChain.MASK_SEEK_NONE);
			}
		}
		device.parameters(transfer, 6);
		byte[] p = device.buffer;
		int bin = (p[0] & 0xFF) << 8 | p[1] & 0xFF;
		int cylinder = command == SEEK_HEAD ? device.track.cylinder() : (p[2] & 0xFF) << 8 | p[3] & 0xFF;
		int head = (p[4] & 0xFF) << 8 | p[5] & 0xFF;
		if (command != SEEK_HEAD && bin != 0 || !device.image.has(cylinder, head)) {
			throw device.reject(EckdDevice.INVALID_PARAMETER);
		}
		protect(chain.inExtent(cylinder, head));
		device.seek(cylinder, head);
		chain.positioned = true;
		return device.ended();
	}

	private int recalibrate(int command, Transfer transfer) {
		device.outsideDomain();
		protect((chain.fileMask & EckdChain.MASK_SEEK) == EckdChain.MASK_SEEK_ALL
				&& (chain.fileMask & EckdChain.MASK_AUTHORIZATION) != EckdChain.MASK_DIAGNOSTIC && chain.inExtent(0, 0));
		device.seek(0, 0);
		chain.positioned = true;
		return device.ended();
	}

	private int setFileMask(int command, Transfer transfer) {
		device.outsideDomain();
		if (chain.extentDefined || chain.fileMaskSet) {
			throw device.reject(EckdDevice.INVALID_SEQUENCE);
		}
		device.parameters(transfer, 1);
		int mask = device.buffer[0] & 0xFF;
		if ((mask & EckdChain.MASK_RESERVED) != 0) {
			throw device.reject(EckdDevice.INVALID_PARAMETER);
		}
		chain.fileMask = mask;
		chain.fileMaskSet = true;
		return device.ended();
	}

	private int readSector(int command, Transfer transfer) {
		device.outsideDomain();
		device.buffer[0] = (byte) device.track.sector();
		transfer.send(device.buffer, 0, 1);
		return device.ended();
	}

	private int setSector(int command, Transfer transfer) {
		device.outsideDomain();
		device.positioned();
		device.parameters(transfer, 1);
		return device.ended();
	}

	private void protect(boolean allowed) {
		if (!allowed) {
			throw device.unitCheck(EckdDevice.FILE_PROTECTED);
		}
	}
}
