// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.virtio;

import java.nio.ByteBuffer;

/**
 * Where the driver put a virtqueue: guest addresses of its three parts; with revision 0 that of all, in {@code
 * descriptors}, and their alignment.
 */
record VirtioQueue(int size, long descriptors, long available, long used, int alignment) {
	/** Bytes of the information block with revision 0. */
	static final int LEGACY_LENGTH = 16;
	/** Bytes of the information block from revision 1 on. */
	static final int LENGTH = 32;

	/** The queue number in an information block. */
	static int index(byte[] block) {
		return ByteBuffer.wrap(block).getShort(12) & 0xFFFF;
	}

	/** Takes an information block. */
	static VirtioQueue of(byte[] block, boolean legacy) {
		ByteBuffer b = ByteBuffer.wrap(block);
		int size = b.getShort(14) & 0xFFFF;
		return legacy ? new VirtioQueue(size, b.getLong(0), 0, 0, b.getInt(8))
				: new VirtioQueue(size, b.getLong(0), b.getLong(16), b.getLong(24), 0);
	}
}
