// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tape;

import java.util.List;
import org.ccwbench.channel.Device;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.DeviceType;
import org.ccwbench.device.ImageException;
import org.ccwbench.device.Medium;

/**
 * Tape units 3420, 3480, 3490 and 3590 with plain tapes (AWS) and compressed ones (HET). Without an image no tape is
 * mounted; option {@code noring} protects it from writing, {@code length=1000000} says how many bytes it has up to the
 * mark that warns of its end.
 */
public final class TapeType implements DeviceType {
	@Override
	public List<String> types() {
		return List.of("3420", "3480", "3490", "3590");
	}

	@Override
	public Device create(DeviceOptions options) throws ImageException {
		options.allow("noring", TapeDevice.LENGTH, Medium.WRITE_THROUGH);
		if (options.has(TapeDevice.LENGTH)) {
			options.number(TapeDevice.LENGTH, 1, Integer.MAX_VALUE);
		}
		if (options.image() == null) {
			return device(options, null);
		}
		Medium medium = Medium.open(options);
		byte[] header = medium.bytes(0, 6);
		boolean flags = (header[4] & 0xE0) != 0 && header[2] == 0 && header[3] == 0;
		if (medium.length() > 0 && (medium.length() < 6 || !flags)) {
			throw new ImageException(options.image(), 0, "is not an AWS or HET tape: expected the header of its first block");
		}
		new AwsTape(medium).look();
		medium.refuseDamage(options.image());
		return device(options, medium);
	}

	private static Device device(DeviceOptions options, Medium tape) {
		return switch (options.type()) {
			case "3420" -> new ReelTape(options, tape);
			case "3590" -> new HighPerformanceTape(options, tape);
			default -> new CartridgeTape(options, tape);
		};
	}
}
