// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.virtio;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.ccwbench.channel.Device;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.DeviceType;
import org.ccwbench.device.ImageException;

/**
 * Virtio devices: {@code virtio-blk-ccw}, whose capacity is that of its image or {@code sectors=}, and {@code
 * virtio-rng-ccw}.
 */
public final class VirtioType implements DeviceType {
	private static final String BLOCK = "virtio-blk-ccw";
	private static final String ENTROPY = "virtio-rng-ccw";
	private static final int SECTOR = 512;

	@Override
	public List<String> types() {
		return List.of(BLOCK, ENTROPY);
	}

	@Override
	public Device create(DeviceOptions options) throws ImageException {
		if (options.type().equals(BLOCK)) {
			options.allow("sectors");
			return new VirtioControlUnit(options, new BlockModel(sectors(options)));
		}
		options.allow();
		if (options.image() != null) {
			throw new ImageException(options.image(), -1, "a " + options.type() + " has no image to read");
		}
		return new VirtioControlUnit(options, new EntropyModel());
	}

	private static long sectors(DeviceOptions options) throws ImageException {
		if (options.image() == null) {
			return options.has("sectors") ? options.number("sectors", 0, Integer.MAX_VALUE) : 0;
		}
		if (options.has("sectors")) {
			throw new ImageException(options.image(), -1, "the image says how many sectors there are; sectors= cannot");
		}
		try {
			return Files.size(options.image()) / SECTOR;
		} catch (IOException e) {
			throw new ImageException(options.image(), -1, "cannot be read: " + e.getMessage());
		}
	}
}
