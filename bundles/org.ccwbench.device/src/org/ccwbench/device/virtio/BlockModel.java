// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.virtio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A block device (virtio 1.2, 5.2): one queue of 256 buffers; segments, geometry, block size, flush, topology,
 * write cache, discard and write zeroes are offered.
 */
final class BlockModel implements VirtioModel {
	private static final int QUEUE = 256;
	/** Up to the last field of a feature that is offered. */
	private static final int LENGTH = 57;
	private static final int WRITE_CACHE = 32;
	private static final int BLOCK = 512;
	private static final int HEADS = 16;
	private static final int SECTORS = 63;
	private static final int MOST_CYLINDERS = 16_383;
	/** Sectors that one discard or write-zeroes request takes: those of 2 GiB less one block. */
	private static final int LARGEST_REQUEST = 0x3F_FFFF;
	/** Segment maximum 2, geometry 4, block size 6, flush 9, topology 10, write-cache setting 11, discard 13, write zeroes 14. */
	private static final int FEATURES = 1 << 2 | 1 << 4 | 1 << 6 | 1 << 9 | 1 << 10 | 1 << 11 | 1 << 13 | 1 << 14;

	private final long sectors;
	private boolean writeCache = true;

	/** @param sectors capacity in blocks of 512 bytes */
	BlockModel(long sectors) {
		this.sectors = sectors;
	}

	@Override
	public int identifier() {
		return 2;
	}

	@Override
	public int features() {
		return FEATURES;
	}

	@Override
	public int queueSize(int queue) {
		return queue == 0 ? QUEUE : 0;
	}

	@Override
	public int configurationLength() {
		return LENGTH;
	}

	@Override
	public void configuration(byte[] into, boolean bigEndian) {
		ByteBuffer b = ByteBuffer.wrap(into).order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
		b.putLong(sectors);
		b.putInt(0).putInt(QUEUE - 2);
		b.putShort((short) Math.min(MOST_CYLINDERS, sectors / (HEADS * SECTORS))).put((byte) HEADS).put((byte) SECTORS);
		b.putInt(BLOCK);
		// Topology: one logical block a physical one, no alignment offset, no preferred sizes.
		b.put((byte) 0).put((byte) 0).putShort((short) 0).putInt(0);
		b.put((byte) (writeCache ? 1 : 0)).put((byte) 0).putShort((short) 1);
		b.putInt(LARGEST_REQUEST).putInt(1).putInt(1);
		b.putInt(LARGEST_REQUEST).putInt(1).put((byte) 1);
	}

	@Override
	public void configured(byte[] from, int length) {
		if (length > WRITE_CACHE) {
			writeCache = from[WRITE_CACHE] != 0;
		}
	}

	@Override
	public void reset() {
		writeCache = true;
	}
}
