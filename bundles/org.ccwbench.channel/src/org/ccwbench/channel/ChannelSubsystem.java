// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import org.ccwbench.storage.Storage;

/**
 * The channel subsystem: its subchannels, the I/O instructions and the simulated time in which channel
 * programs run (PoP SA22-7832, chapters 13 to 17). Nothing runs by itself: {@link #step} and {@link #advance}
 * let time pass. Not thread-safe.
 */
public final class ChannelSubsystem {
	private final Storage storage;
	private final Storage registers = new Storage("subchannel registers", 0x1000000L);
	private ChannelListener listener;

	/** @param storage absolute storage in which CCWs, IDAWs and data live */
	public ChannelSubsystem(Storage storage) {
		this(storage, ChannelListener.NONE);
	}

	public ChannelSubsystem(Storage storage, ChannelListener listener) {
		this.storage = storage;
		this.listener = listener;
	}

	public void listener(ChannelListener to) {
		listener = to;
	}

	/** Holds SCHIB and IRB material of each subchannel as bytes, see {@link Subchannel#schibAddress()}. */
	public Storage registers() {
		return registers;
	}

	public Subchannel attach(int number, int deviceNumber, Device device) {
		return attach(number, deviceNumber, device, Paths.single(deviceNumber));
	}

	public Subchannel attach(int number, int deviceNumber, Device device, Paths paths) {
		throw new UnsupportedOperationException();
	}

	/** The subchannel with that number, or null. */
	public Subchannel subchannel(int number) {
		return null;
	}

	public int stsch(int sid, long address) {
		throw new UnsupportedOperationException();
	}

	public int msch(int sid, long address) {
		throw new UnsupportedOperationException();
	}

	public int ssch(int sid, long address) {
		throw new UnsupportedOperationException();
	}

	public int rsch(int sid) {
		throw new UnsupportedOperationException();
	}

	public int tsch(int sid, long address) {
		throw new UnsupportedOperationException();
	}

	public int hsch(int sid) {
		throw new UnsupportedOperationException();
	}

	public int csch(int sid) {
		throw new UnsupportedOperationException();
	}

	public int xsch(int sid) {
		throw new UnsupportedOperationException();
	}

	public int tpi(long address) {
		throw new UnsupportedOperationException();
	}

	public void sal(long limit) {
		throw new UnsupportedOperationException();
	}

	/** START SUBCHANNEL with the ORB (12 or 32 bytes) in the caller's own memory, as a driver has it. */
	public int ssch(int sid, byte[] orb) {
		throw new UnsupportedOperationException();
	}

	public int tsch(int sid, byte[] irb96) {
		throw new UnsupportedOperationException();
	}

	public int stsch(int sid, byte[] schib52) {
		throw new UnsupportedOperationException();
	}

	public int msch(int sid, byte[] schib52) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Executes the unit of work that is due next (one CCW, one timer, one start, halt or clear function) and
	 * moves simulated time to it.
	 *
	 * @return false if there was none
	 */
	public boolean step() {
		return false;
	}

	/** Runs until that much simulated time has passed. */
	public void advance(long micros) {
	}

	/** Whether an I/O interruption is pending for an enabled subchannel. */
	public boolean interruptionPending() {
		return false;
	}

	/** Simulated time in microseconds. */
	public long now() {
		return 0;
	}
}
