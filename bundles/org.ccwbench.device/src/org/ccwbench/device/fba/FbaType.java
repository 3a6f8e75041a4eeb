// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.fba;

import java.util.List;
import org.ccwbench.channel.Device;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.DeviceType;
import org.ccwbench.device.ImageException;
import org.ccwbench.device.Medium;
import org.ccwbench.device.packed.PackedImage;

/** Disks 3370 and 9336. Without an image, {@code blocks=1000} gives a disk of zeros of that size. */
public final class FbaType implements DeviceType {
	private static final int LARGEST = 1 << 24;

	@Override
	public List<String> types() {
		return List.of("3370", "9336");
	}

	@Override
	public Device create(DeviceOptions options) throws ImageException {
		options.allow("blocks", Medium.WRITE_THROUGH);
		if (options.image() == null && options.has("blocks")) {
			Medium blank = Medium.blank("blank disk");
			int blocks = options.number("blocks", 1, LARGEST);
			blank.length((long) blocks * FbaModel.BLOCK);
			return new FbaDevice(options, blank, blocks, FbaModel.of(options.type(), blocks));
		}
		if (options.image() == null || options.has("blocks")) {
			throw new ImageException(options.image(), -1, "a " + options.type() + " needs an image, or blocks= for an empty disk");
		}
		Medium medium = Medium.open(options);
		String mark = PackedImage.mark(medium);
		if (mark.equals("FBA_C370") || mark.equals("FBA_C064")) {
			if (medium.writesThrough()) {
				throw new ImageException(options.image(), 0, "is a compressed image; only a plain one can be written through");
			}
			medium = CompressedBlocks.plain(options.image(), medium);
		}
		if (mark.equals("FBA_S370") || mark.equals("FBA_S064")) {
			throw new ImageException(options.image(), 0, "is a " + mark + " image, a shadow of another; only whole images can be used");
		}
		if (mark.startsWith("CKD_")) {
			throw new ImageException(options.image(), 0, "expected the blocks of a fixed-block disk, it is a count-key-data image (" + mark + ")");
		}
		long blocks = medium.length() / FbaModel.BLOCK;
		if (blocks == 0 || blocks > Integer.MAX_VALUE || medium.length() % FbaModel.BLOCK != 0) {
			throw new ImageException(options.image(), blocks * FbaModel.BLOCK,
					blocks == 0 ? "expected blocks of 512 bytes" : "expected a whole block " + blocks + " of 512 bytes; the image ends inside it");
		}
		return new FbaDevice(options, medium, (int) blocks, FbaModel.of(options.type(), (int) blocks));
	}
}
