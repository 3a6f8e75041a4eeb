// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import org.ccwbench.storage.Bytes;

/** Gives a {@link ChainCopy} the CCWs that begin at an address, converted to format 1. */
abstract class ProgramReader {
	/** Bytes of 256 CCWs. */
	static final int BLOCK = Chains.LONGEST * Ccw.SIZE;

	/** The CCWs, and where the first of them lies. */
	byte[] block = new byte[BLOCK];
	int start;

	/** Turns to another address; 0 or a negative error number. */
	abstract int open(long address, long cause);

	/** Makes sure that CCW {@code i} (0 to 255) of the block can be taken; 0 or a negative error number. */
	int need(int i) {
		return 0;
	}

	/** Called when the chain's length is known, before it is taken; 0 or a negative error number. */
	int take(long address, int ccws, long cause) {
		return 0;
	}

	final long ccw(int i, boolean format1) {
		long raw = Bytes.get64(block, start + i * Ccw.SIZE);
		return format1 ? raw : Ccw.fromFormat0(raw);
	}
}
