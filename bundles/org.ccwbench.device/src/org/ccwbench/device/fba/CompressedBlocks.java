// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.fba;

import java.nio.file.Path;
import org.ccwbench.device.ImageException;
import org.ccwbench.device.Medium;
import org.ccwbench.device.packed.PackedImage;
import org.ccwbench.storage.AddressSpace;
import org.ccwbench.storage.Storage;

/**
 * A packed fixed-block image, read as if it were a plain one: groups of 120 blocks are unpacked when one of their
 * pages is first needed. A group that is not there or cannot be unpacked reads as zeros.
 */
final class CompressedBlocks implements Storage.PageSource {
	private static final int GROUP = 120 * FbaModel.BLOCK;
	private static final int GROUP_HEADER = 5;

	private final PackedImage packed;
	private final long length;
	private final byte[] group = new byte[GROUP_HEADER + GROUP];
	private int made = -1;

	private CompressedBlocks(PackedImage packed, long length) {
		this.packed = packed;
		this.length = length;
	}

	/** The image as a plain one, its headers checked. */
	static Medium plain(Path file, Medium image) throws ImageException {
		PackedImage packed = PackedImage.open(file, image);
		int blocks = packed.size();
		if (blocks < 1) {
			throw new ImageException(file, packed.sizeAt(), "expected a disk of at least one block, not of " + blocks);
		}
		packed.expect(file, (int) ((blocks + 119L) / 120));
		long length = (long) blocks * FbaModel.BLOCK;
		return Medium.of(image, new CompressedBlocks(packed, length), length);
	}

	@Override
	public boolean fill(long address, byte[] page) {
		int done = 0;
		while (done < AddressSpace.PAGE_SIZE && address + done < length) {
			int number = (int) ((address + done) / GROUP);
			int offset = (int) ((address + done) % GROUP);
			int n = Math.min(AddressSpace.PAGE_SIZE - done, GROUP - offset);
			if (number != made) {
				made = number;
				packed.unpack(number, number, group);
			}
			System.arraycopy(group, GROUP_HEADER + offset, page, done, n);
			done += n;
		}
		return done > 0;
	}
}
