// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.path;

import org.ccwbench.channel.ChannelSubsystem;
import org.ccwbench.channel.ProgramInterruption;
import org.ccwbench.storage.Bytes;
import org.ccwbench.storage.Storage;
import org.ccwbench.vfio.Errno;
import org.ccwbench.vfio.KernelMemory;
import org.ccwbench.vfio.Orb;
import org.ccwbench.vfio.PathMachine;

/**
 * The host's subchannel in the hands of the kernel: enables it, starts a program with an ORB in kernel memory,
 * and takes IRBs. Nothing is done with the guest's addresses here.
 */
final class HostSubchannel {
	private static final int BLOCK = 256;
	private static final int IRB_AT = 64;
	private static final int FLAGS = 4;
	private static final int ENABLED = 0x0080_0000;
	private static final int VALID = 0x0001_0000;
	private static final int SCHIB = 52;
	private static final int PAM = 15;

	private final ChannelSubsystem channel;
	private final int sid;
	private final Storage host;
	private final KernelMemory kernel;
	private final long block;
	private final byte[] orb = new byte[Orb.LENGTH];
	private final byte[] irb = new byte[Irb.LENGTH];
	private final byte[] schib = new byte[SCHIB];

	HostSubchannel(PathMachine machine) {
		channel = machine.channel();
		sid = machine.sid();
		host = machine.machine().host();
		kernel = machine.machine().kernel();
		block = kernel.allocate(BLOCK);
	}

	/** Enables the subchannel if it is not; 0, or −ENODEV if there is no device. */
	int enable() {
		if (channel.stsch(sid, schib) != 0 || (Bytes.get32(schib, FLAGS) & VALID) == 0) {
			return -Errno.ENODEV;
		}
		int flags = Bytes.get32(schib, FLAGS);
		if ((flags & ENABLED) != 0) {
			return 0;
		}
		Bytes.put32(schib, FLAGS, flags | ENABLED);
		return channel.msch(sid, schib) == 0 ? 0 : -Errno.ENODEV;
	}

	/** Paths that are available: what a driver puts into an ORB without any. */
	int paths() {
		return channel.stsch(sid, schib) == 0 ? schib[PAM] & 0xFF : 0;
	}

	/** The interruption parameter of the driver: where it keeps its block. */
	int parameter() {
		return (int) block;
	}

	byte[] orb() {
		return orb;
	}

	/** Address of the ORB in host storage. */
	long orbAddress() {
		return block;
	}

	/** Stores the ORB and issues START SUBCHANNEL: 0, −EBUSY, −EACCES, −ENODEV, −EIO. */
	int start() {
		host.store(block, orb, 0, Orb.LENGTH);
		int cc;
		try {
			cc = channel.ssch(sid, block);
		} catch (ProgramInterruption e) {
			return -Errno.EIO;
		}
		return switch (cc) {
			case 0 -> 0;
			case 1, 2 -> -Errno.EBUSY;
			default -> (paths() & ~(Bytes.get32(orb, 4) >>> 8)) == 0 ? -Errno.ENODEV : -Errno.EACCES;
		};
	}

	/** Whether an interruption of the subchannel is pending. */
	boolean pending() {
		return channel.interruptionPending(sid);
	}

	/** Whether the device was taken away. */
	boolean gone() {
		return channel.subchannel(sid & 0xFFFF) == null;
	}

	/** Takes the IRB into kernel memory; the array is this object's own. */
	byte[] take() {
		channel.tsch(sid, irb);
		host.store(block + IRB_AT, irb, 0, Irb.LENGTH);
		return irb;
	}

	/** Stores an IRB that was changed. */
	void irb(byte[] changed) {
		host.store(block + IRB_AT, changed, 0, Irb.LENGTH);
	}

	/** Address of the IRB in host storage. */
	long irbAddress() {
		return block + IRB_AT;
	}

	/** HALT SUBCHANNEL: 0, −EBUSY, −ENODEV. */
	int halt() {
		return error(channel.hsch(sid));
	}

	/** CLEAR SUBCHANNEL: 0, −ENODEV. */
	int clear() {
		return error(channel.csch(sid));
	}

	private static int error(int cc) {
		return cc == 0 ? 0 : cc == 3 ? -Errno.ENODEV : -Errno.EBUSY;
	}

	/** Takes the enabled bit off; −EBUSY while a function goes on or status is pending. */
	int disable() {
		if (channel.stsch(sid, schib) != 0) {
			return -Errno.ENODEV;
		}
		Bytes.put32(schib, FLAGS, Bytes.get32(schib, FLAGS) & ~ENABLED);
		int cc = channel.msch(sid, schib);
		return cc == 0 ? 0 : cc == 3 ? -Errno.ENODEV : -Errno.EBUSY;
	}

	/** STORE SUBCHANNEL into 52 bytes; −ENODEV if there is none. */
	int schib(byte[] into) {
		return channel.stsch(sid, into) == 0 ? 0 : -Errno.ENODEV;
	}

	/** Gives the block back. */
	void close() {
		kernel.free(block, BLOCK);
	}
}
