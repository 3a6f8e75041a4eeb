// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.display;

import java.util.List;
import org.ccwbench.channel.Device;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.DeviceType;
import org.ccwbench.device.ImageException;

/**
 * Display stations 3270. Options: {@code model=2} (the default) to 5 for the alternate size, {@code off} for one
 * without power, {@code basic} for one that knows no structured fields.
 */
public final class DisplayType implements DeviceType {
	@Override
	public List<String> types() {
		return List.of("3270");
	}

	@Override
	public Device create(DeviceOptions options) throws ImageException {
		options.allow("model", "off", "basic");
		if (options.image() != null) {
			throw new ImageException(options.image(), -1, "a 3270 has no image to read");
		}
		Screen screen = switch (options.value("model", "2")) {
			case "2" -> new Screen(24, 80);
			case "3" -> new Screen(32, 80);
			case "4" -> new Screen(43, 80);
			case "5" -> new Screen(27, 132);
			default -> throw new ImageException(null, -1, "no 3270 model " + options.value("model", "") + "; models are 2 to 5");
		};
		return new Display(options, Integer.parseInt(options.value("model", "2")), screen);
	}
}
