// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

/**
 * One harmless command of our own, in a page that no client can reach: it is not for a client to choose by which
 * tables the guard goes, or where sense bytes come to lie.
 */
final class OwnProgram {
	private static final int PAGE = 4096;
	private static final int DATA = 2048;
	private static final int TIME_MILLIS = 3000;
	private static final int GRACE_MILLIS = 500;
	private static final int SLI = 0x20;
	/** Format 1, prefetch, any path. */
	private static final int ORB_FLAGS = 0x00C0_FF00;

	private final LocalSubchannel subchannel;
	private final GuestMemory memory;

	OwnProgram(LocalSubchannel subchannel, GuestMemory memory) {
		this.subchannel = subchannel;
		this.memory = memory;
	}

	/**
	 * Runs a command that reads.
	 *
	 * @param name   for messages
	 * @param length bytes that it may give, at most 2,048
	 * @return what it gave; empty if the device rejected it
	 */
	byte[] read(String name, int command, int length) throws AttachException {
		StorageStretch page = new StorageStretch(memory.free(), PAGE, true);
		memory.add(page);
		try {
			int at = (int) page.address();
			memory.store(at, Orbs.ccw(command, SLI, length, at + DATA));
			int rc = subchannel.send(Orbs.orb(ORB_FLAGS, at), new Ranges());
			if (rc != 0) {
				throw new SystemCallException("pwrite of the I/O region for " + name, -rc);
			}
			byte[] irb = end(name);
			boolean good = (irb[8] & 0x02) == 0 && (irb[9] & 0xBF) == 0 && (irb[0] & 3) == 0;
			int left = (irb[10] & 0xFF) << 8 | irb[11] & 0xFF;
			byte[] bytes = new byte[good ? Math.max(0, length - left) : 0];
			memory.load(at + (long) DATA, bytes, 0, bytes.length);
			return bytes;
		} finally {
			memory.remove(page);
		}
	}

	private byte[] end(String name) throws AttachException {
		long until = System.nanoTime() + TIME_MILLIS * 1_000_000L;
		while (true) {
			int left = (int) ((until - System.nanoTime()) / 1_000_000L);
			Interruption i = left <= 0 ? null : subchannel.await(left);
			if (i == null && left <= 1) {
				subchannel.halt();
				subchannel.await(GRACE_MILLIS);
				throw new AttachException("The device did not answer " + name + " within " + TIME_MILLIS / 1000 + " seconds.");
			}
			if (i != null && !i.unsolicited() && i.last()) {
				return i.irb();
			}
		}
	}
}
