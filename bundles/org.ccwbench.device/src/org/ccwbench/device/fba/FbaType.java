// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.fba;

import java.util.List;
import org.ccwbench.channel.Device;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.DeviceType;
import org.ccwbench.device.ImageException;
import org.ccwbench.device.Medium;

/** Disks 3370 and 9336; no options. */
public final class FbaType implements DeviceType {
	@Override
	public List<String> types() {
		return List.of("3370", "9336");
	}

	@Override
	public Device create(DeviceOptions options) throws ImageException {
		options.allow();
		Medium medium = Medium.open(options.needImage());
		long blocks = medium.length() / FbaModel.BLOCK;
		if (blocks == 0 || blocks > Integer.MAX_VALUE || medium.length() % FbaModel.BLOCK != 0) {
			throw new ImageException(options.image(), blocks * FbaModel.BLOCK,
					"a fixed-block image has whole blocks of 512 bytes, this one ends inside block " + blocks);
		}
		return new FbaDevice(options, medium, (int) blocks, FbaModel.of(options.type(), (int) blocks));
	}
}
