// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import java.util.Arrays;
import java.util.HexFormat;
import org.ccwbench.channel.Device;
import org.ccwbench.channel.Transfer;

/** Gives a device one command after the other, as a channel with large enough counts does. */
final class Program implements Transfer {
	private final Device device;
	private byte[] out = new byte[0];
	private byte[] in = new byte[0];
	private int moved;
	private int previous = -1;
	private boolean chaining = true;
	private int status;
	private boolean asked;

	Program(Device device) {
		this.device = device;
	}

	/** A write or control command with its bytes; command chaining is on. */
	Program write(int command, String hex) {
		out = HexFormat.of().parseHex(hex.replace(" ", ""));
		in = new byte[0];
		return execute(command);
	}

	/** A read or sense command with a count; command chaining is on. */
	Program read(int command, int count) {
		out = new byte[0];
		in = new byte[count];
		return execute(command);
	}

	/** The next command is the last. */
	Program last() {
		chaining = false;
		return this;
	}

	private Program execute(int command) {
		moved = 0;
		asked = false;
		status = device.execute(command, this);
		previous = command;
		if (!chaining) {
			device.chainEnded();
			previous = -1;
			chaining = true;
		}
		return this;
	}

	/** A new channel program on the same device. */
	Program again() {
		device.chainEnded();
		previous = -1;
		chaining = true;
		return this;
	}

	/** Unit status of the command before. */
	int status() {
		return status;
	}

	/** What the last read or sense command stored, as hex. */
	String data() {
		return HexFormat.of().formatHex(in, 0, moved);
	}

	byte[] bytes() {
		return Arrays.copyOf(in, moved);
	}

	/** What the last command left of its count. */
	int residual() {
		return Math.max(in.length, out.length) - moved;
	}

	/** Whether the last command ended without a word about data, as an immediate operation does. */
	boolean immediate() {
		return !asked;
	}

	/** The first {@code length} sense bytes, as SENSE gives them in a program of its own. */
	String sense(int length) {
		again().last().read(0x04, 32);
		return data().substring(0, 2 * length);
	}

	@Override
	public int send(byte[] data, int offset, int length) {
		asked = true;
		int n = Math.min(length, in.length - moved);
		System.arraycopy(data, offset, in, moved, n);
		moved += n;
		return n;
	}

	@Override
	public int receive(byte[] into, int offset, int length) {
		asked = true;
		int n = Math.min(length, out.length - moved);
		System.arraycopy(out, moved, into, offset, n);
		moved += n;
		return n;
	}

	/** What stands where a read would store is zeros. */
	@Override
	public int inspect(byte[] into, int offset, int length) {
		int n = Math.min(length, in.length - moved);
		System.arraycopy(in, moved, into, offset, n);
		return n;
	}

	@Override
	public boolean chained() {
		return previous >= 0;
	}

	@Override
	public boolean chaining() {
		return chaining;
	}

	@Override
	public int previousCommand() {
		return previous;
	}
}
