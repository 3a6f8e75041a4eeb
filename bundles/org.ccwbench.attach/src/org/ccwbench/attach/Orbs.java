// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import org.ccwbench.storage.Bytes;

/** Programs of our own: an ORB and format-1 CCWs, big-endian as everything that a channel reads. */
final class Orbs {
	private static final int PARAMETER = 0xCC_00_00_01;

	private Orbs() {}

	/** 12 bytes: flags as word 1 of the ORB, address of the first CCW. */
	static byte[] orb(int flags, int cpa) {
		byte[] b = new byte[12];
		Bytes.put32(b, 0, PARAMETER);
		Bytes.put32(b, 4, flags);
		Bytes.put32(b, 8, cpa);
		return b;
	}

	/** A format-1 CCW. */
	static byte[] ccw(int command, int flags, int count, int data) {
		byte[] b = new byte[8];
		Bytes.put32(b, 0, command << 24 | flags << 16 | count);
		Bytes.put32(b, 4, data);
		return b;
	}
}
