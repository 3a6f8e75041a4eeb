// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.ctc;

import java.util.List;
import org.ccwbench.channel.Device;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.DeviceType;
import org.ccwbench.device.ImageException;

/**
 * One side of a channel-to-channel adapter. Option {@code peer=0E41} names the device number of the other;
 * without it, two sides that are free belong together.
 */
public final class CtcType implements DeviceType {
	@Override
	public List<String> types() {
		return List.of("3088", "CTCA", "CTCE");
	}

	@Override
	public Device create(DeviceOptions options) throws ImageException {
		options.allow("peer");
		if (options.image() != null) {
			throw new ImageException(options.image(), -1, "a " + options.type() + " has no image to read");
		}
		String peer = options.value("peer", "");
		if (options.has("peer") && !peer.matches("[0-9A-Fa-f]{1,4}")) {
			throw new ImageException(null, -1, "peer=" + peer + " is no device number");
		}
		return new CtcSide(options, peer.isEmpty() ? -1 : Integer.parseInt(peer, 16));
	}
}
