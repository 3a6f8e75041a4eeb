// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.fba;

/**
 * A fixed-block disk model.
 *
 * @param type      as people write it
 * @param code      device type, 0x9336
 * @param control   control unit type
 * @param model     device model of SENSE ID
 * @param unitType  unit type of the device characteristics
 * @param perGroup  blocks of a cyclical group
 * @param perAccess blocks of an access position
 * @param blocks    blocks of the largest such disk
 */
record FbaModel(String type, int code, int control, int model, int unitType, int perGroup, int perAccess, int blocks) {
	static final int BLOCK = 512;
	private static final FbaModel[] MODELS = {
		new FbaModel("3370", 0x3370, 0x3880, 0x00, 0x02, 62, 744, 558_000),
		new FbaModel("3370", 0x3370, 0x3880, 0x04, 0x05, 62, 744, Integer.MAX_VALUE),
		new FbaModel("9336", 0x9336, 0x6310, 0x00, 0x11, 63, 315, 920_115),
		new FbaModel("9336", 0x9336, 0x6310, 0x10, 0x11, 111, 777, Integer.MAX_VALUE),
	};

	/** The smallest model of a type that has this many blocks. */
	static FbaModel of(String type, int blocks) {
		for (FbaModel m : MODELS) {
			if (m.type.equals(type) && blocks <= m.blocks) {
				return m;
			}
		}
		throw new IllegalArgumentException(type);
	}
}
