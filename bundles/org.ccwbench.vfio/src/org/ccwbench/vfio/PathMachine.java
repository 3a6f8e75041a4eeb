// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.ccwbench.channel.ChannelSubsystem;
import org.ccwbench.storage.Storage;

/**
 * What a path works on: a {@link Machine}, the channel subsystem of its host with one subchannel for the guest,
 * and where the guest's ORB is and its IRB belongs. The channel subsystem must run in
 * {@link Machine#host() host storage}; it sees guest addresses only of a subchannel behind an IOMMU.
 */
public final class PathMachine {
	/** Bytes of {@link #registers()} that the guest's SCHIB takes, from 0. */
	public static final int SCHIB = 52;
	/** Where the 96 bytes of the guest's IRB lie in {@link #registers()}. */
	public static final int IRB = 64;
	/** Where the driver's I/O region (124 bytes) lies in {@link #registers()}. */
	public static final int IO_REGION = 256;

	private final Machine machine;
	private final ChannelSubsystem channel;
	private final int sid;
	private final Storage registers = new Storage("guest subchannel and driver", 4096);
	private long orb = -1;
	private long irb = -1;
	private boolean interruptionCode;
	private boolean forcePrefetch;
	private boolean guestEnds = true;
	private DriverVersion driver = DriverVersion.LINUX_6_12;
	private final Map<Class<?>, Object> kept = new HashMap<>();
	private VfioListener listener = VfioListener.NONE;
	private IntConsumer stageBegins = stage -> { };

	/**
	 * @param channel runs in {@code machine.host()} and has a subchannel with that id, enabled or not
	 * @param sid     subsystem-identification word, 0x0001nnnn; the guest's subchannel gets the same
	 */
	public PathMachine(Machine machine, ChannelSubsystem channel, int sid) {
		this.machine = machine;
		this.channel = channel;
		this.sid = sid;
	}

	public Machine machine() {
		return machine;
	}

	public ChannelSubsystem channel() {
		return channel;
	}

	public int sid() {
		return sid;
	}

	/** The guest's SCHIB and IRB as its monitor keeps them, and the driver's I/O region, as bytes for a journal. */
	public Storage registers() {
		return registers;
	}

	/** Guest absolute address of the ORB that START SUBCHANNEL names. */
	public long orb() {
		return orb;
	}

	public PathMachine orb(long guestAddress) {
		orb = guestAddress;
		return this;
	}

	/** Guest absolute address of the IRB that the guest's TEST SUBCHANNEL names; -1 if it issues none. */
	public long irb() {
		return irb;
	}

	public PathMachine irb(long guestAddress) {
		irb = guestAddress;
		return this;
	}

	/** Whether the I/O interruption stores its code at guest real 0xB8 to 0xC3 (PoP, chapter 6). */
	public boolean interruptionCode() {
		return interruptionCode;
	}

	public PathMachine interruptionCode(boolean stored) {
		interruptionCode = stored;
		return this;
	}

	/** Whether the monitor turns the ORB's prefetch bit on instead of refusing an ORB without it. */
	public boolean forcePrefetch() {
		return forcePrefetch;
	}

	public PathMachine forcePrefetch(boolean on) {
		forcePrefetch = on;
		return this;
	}

	/** Whether the guest ends with the next start function: what was kept for as long as it lives is given back then. */
	public boolean guestEnds() {
		return guestEnds;
	}

	/** True at first. */
	public PathMachine guestEnds(boolean with) {
		guestEnds = with;
		return this;
	}

	/** Whose translator the {@code mediated} and {@code linux} paths have. */
	public DriverVersion driver() {
		return driver;
	}

	public PathMachine driver(DriverVersion version) {
		driver = version;
		return this;
	}

	/** Told which stage begins, after the listener and before anything is done: what happens just then. */
	public IntConsumer stageBegins() {
		return stageBegins;
	}

	public PathMachine stageBegins(IntConsumer then) {
		stageBegins = then;
		return this;
	}

	/** What somebody keeps with this for as long as it lives: made at the first time. */
	public <T> T kept(Class<T> type, Supplier<T> maker) {
		Object there = kept.get(type);
		if (there == null) {
			there = maker.get();
			kept.put(type, there);
		}
		return type.cast(there);
	}

	/** Keeps it no longer. */
	public void forget(Class<?> type) {
		kept.remove(type);
	}

	public VfioListener listener() {
		return listener;
	}

	public PathMachine listener(VfioListener to) {
		listener = to;
		return this;
	}
}
