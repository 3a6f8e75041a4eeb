// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import org.ccwbench.arch.Commands;

/**
 * Asks a device what it is, with a program of our own in a page that no client can reach (SENSE ID, SA22-7204): the
 * tables that the guard goes by must not be for a client to choose.
 */
final class SenseId {
	private static final int PAGE = 4096;
	private static final int DATA = 2048;
	private static final int LENGTH = 256;
	private static final int TIME_MILLIS = 3000;
	/** Format 1, prefetch, any path. */
	private static final int ORB_FLAGS = 0x00C0_FF00;

	private final LocalSubchannel subchannel;
	private final GuestMemory memory;

	SenseId(LocalSubchannel subchannel, GuestMemory memory) {
		this.subchannel = subchannel;
		this.memory = memory;
	}

	/** @param device its number */
	Identity ask(String device) throws AttachException {
		StorageStretch page = new StorageStretch(memory.free(), PAGE, true);
		memory.add(page);
		try {
			int at = (int) page.address();
			memory.store(at, Orbs.ccw(0xE4, 0x20, LENGTH, at + DATA));
			int rc = subchannel.send(Orbs.orb(ORB_FLAGS, at), new Ranges());
			if (rc != 0) {
				throw new SystemCallException("pwrite of the I/O region for SENSE ID", -rc);
			}
			byte[] irb = end();
			byte[] bytes = new byte[0];
			if (irb != null && (irb[8] & 0x02) == 0 && (irb[9] & 0xBF) == 0 && (irb[0] & 3) == 0) {
				int left = (irb[10] & 0xFF) << 8 | irb[11] & 0xFF;
				bytes = new byte[Math.max(0, LENGTH - left)];
				memory.load(at + (long) DATA, bytes, 0, bytes.length);
			}
			return new Identity(device, type(bytes), bytes);
		} finally {
			memory.remove(page);
		}
	}

	private byte[] end() throws AttachException {
		long until = System.nanoTime() + TIME_MILLIS * 1_000_000L;
		while (true) {
			int left = (int) ((until - System.nanoTime()) / 1_000_000L);
			Interruption i = left <= 0 ? null : subchannel.await(left);
			if (i == null) {
				subchannel.halt();
				subchannel.await(500);
				throw new AttachException("The device did not answer SENSE ID within " + TIME_MILLIS / 1000 + " seconds.");
			}
			if (!i.unsolicited() && i.last()) {
				return i.irb();
			}
		}
	}

	/** The device's type if it has a table of commands, or else its control unit's; null if neither has. */
	static String type(byte[] senseId) {
		if (senseId.length < 7 || senseId[0] != (byte) 0xFF) {
			return null;
		}
		for (int at : new int[] {4, 1}) {
			String type = String.format("%02X%02X", senseId[at], senseId[at + 1]);
			if (Commands.knows(type)) {
				return type;
			}
		}
		return null;
	}
}
