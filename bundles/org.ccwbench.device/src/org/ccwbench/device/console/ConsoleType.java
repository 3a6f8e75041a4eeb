// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.console;

import java.util.List;
import org.ccwbench.channel.Device;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.DeviceType;
import org.ccwbench.device.ImageException;
import org.ccwbench.device.Medium;

/** Consoles 3215 and 1052; "3215-C" and "1052-C" are the same integrated into the workbench. Option: {@code out}. */
public final class ConsoleType implements DeviceType {
	@Override
	public List<String> types() {
		return List.of("1052", "1052-C", "3215", "3215-C");
	}

	@Override
	public Device create(DeviceOptions options) throws ImageException {
		options.allow(Medium.OUT, Medium.WRITE_THROUGH);
		if (options.image() != null) {
			throw new ImageException(options.image(), -1, "a " + options.type() + " has no image to read");
		}
		return new Console(options, Medium.output(options, "console paper"));
	}
}
