// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import java.util.HexFormat;
import org.ccwbench.channel.ChannelSubsystem;
import org.ccwbench.channel.Device;
import org.ccwbench.storage.Bytes;
import org.ccwbench.storage.Storage;

/** Starts channel programs of format-1 CCWs at a device on a channel subsystem, with the counts and flags of a driver. */
final class Driver {
	static final int CHAIN = 0x40;
	static final int SUPPRESS = 0x20;
	private static final int SID = 0x0001_0000;
	private static final int PROGRAM = 0x1000;
	private static final int DATA = 0x10000;
	private static final int ROOM = 0x10000;

	private final Storage storage = new Storage("driver", 1 << 20);
	private final ChannelSubsystem css = new ChannelSubsystem(storage);
	private int commands;
	private final int[] counts = new int[16];
	private final byte[] irb = new byte[96];

	Driver(Device device, int number) throws Exception {
		css.attach(0, number, device);
		byte[] schib = new byte[52];
		css.stsch(SID, schib);
		schib[5] |= (byte) 0x80;
		css.msch(SID, schib);
	}

	/** Adds a command that asks for data. */
	Driver read(int command, int flags, int count) {
		return ccw(command, flags, count);
	}

	/** Adds a command that brings data; the count is its length. */
	Driver write(int command, int flags, String hex) {
		byte[] data = HexFormat.of().parseHex(hex.replace(" ", ""));
		storage.store(DATA + commands * ROOM, data, 0, data.length);
		return ccw(command, flags, data.length);
	}

	private Driver ccw(int command, int flags, int count) {
		byte[] ccw = new byte[8];
		ccw[0] = (byte) command;
		ccw[1] = (byte) flags;
		Bytes.put16(ccw, 2, count);
		Bytes.put32(ccw, 4, DATA + commands * ROOM);
		storage.store(PROGRAM + 8 * commands, ccw, 0, 8);
		counts[commands++] = count;
		return this;
	}

	/** Starts the program and gives unit status, channel status and residual count, as eight hexadecimal digits. */
	String start() throws Exception {
		byte[] orb = new byte[12];
		Bytes.put32(orb, 4, 0x0080_FF00);
		Bytes.put32(orb, 8, PROGRAM);
		css.ssch(SID, orb);
		while (css.step()) {
			continue;
		}
		css.tsch(SID, irb);
		commands = 0;
		return HexFormat.of().formatHex(irb, 8, 12);
	}

	/** What the command with this number in the program stored, from 0. */
	String data(int number, int length) {
		return HexFormat.of().formatHex(storage.bytes(DATA + number * ROOM, length));
	}

	/** What the command with this number stored, as far as its count goes. */
	String data(int number) {
		return data(number, counts[number]);
	}
}
