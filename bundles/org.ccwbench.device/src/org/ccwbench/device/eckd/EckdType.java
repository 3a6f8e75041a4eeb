// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.eckd;

import java.util.List;
import org.ccwbench.channel.Device;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.DeviceType;
import org.ccwbench.device.ImageException;
import org.ccwbench.device.Medium;

/**
 * Disks 3390, 3380 and 3330. Option: {@code cu=3990-6} (the default), {@code 3990-3}, {@code 2105} or {@code 2107}
 * names the storage control of a 3390 or 3380; a 3330 has a 3830. Without an image, {@code cylinders=100} gives a formatted disk of that size.
 */
public final class EckdType implements DeviceType {
	private static final int LARGEST = 65_520;

	@Override
	public List<String> types() {
		return List.of("3330", "3380", "3390");
	}

	@Override
	public Device create(DeviceOptions options) throws ImageException {
		options.allow("cu", "cylinders", Medium.WRITE_THROUGH);
		int type = Integer.parseInt(options.type(), 16);
		String name = options.value("cu", type == 0x3330 ? "3830" : "3990-6");
		StorageControl control = StorageControl.of(name);
		if (control == null) {
			throw new ImageException(null, -1, "no storage control " + name + "; known are " + StorageControl.names());
		}
		if (!control.attaches(type)) {
			throw new ImageException(null, -1, "a " + options.type() + " cannot be attached to a " + name);
		}
		return new EckdDevice(options, image(options, type), control);
	}

	private static CkdImage image(DeviceOptions options, int type) throws ImageException {
		if (!options.has("cylinders")) {
			if (options.image() == null) {
				throw new ImageException(null, -1, "a " + options.type() + " needs an image, or cylinders= for an empty disk");
			}
			return CkdImage.open(options, type);
		}
		if (options.image() != null) {
			throw new ImageException(options.image(), -1, "has its own cylinders; the option is for a disk without image");
		}
		return CkdImage.blank(type, options.number("cylinders", 1, LARGEST));
	}
}
