// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.eckd;

import java.util.List;

/**
 * A storage control model.
 *
 * @param name       as people write it in {@code cu=3990-6}
 * @param type       control unit type, 0x3990
 * @param model      control unit model byte of SENSE ID
 * @param code       type code of the device characteristics (byte 42)
 * @param functions  byte 54 of the device characteristics
 * @param realCode   byte 56 of the device characteristics
 * @param facilities bytes 6 to 9 of the device characteristics
 * @param commands   command-information words of SENSE ID, in order
 */
record StorageControl(String name, int type, int model, int code, int functions, int realCode, int facilities,
		int... commands) {
	private static final List<StorageControl> MODELS = List.of(
		new StorageControl("3830", 0x3830, 0x02, 0x00, 0x00, 0x00, 0),
		new StorageControl("3990-3", 0x3990, 0xEC, 0x06, 0x00, 0x00, 0xD0801094, 0x40FA0100, 0x41270004, 0x423E0040),
		new StorageControl("3990-6", 0x3990, 0xE9, 0x15, 0x40, 0x00, 0x50001096, 0x40FA0100, 0x41270004, 0x423E0060),
		new StorageControl("2105", 0x2105, 0xE8, 0x1B, 0x48, 0x00, 0x528070B7, 0x40FA0100, 0x41270004, 0x423E01A0,
				0x433E0008),
		new StorageControl("2107", 0x2107, 0xE8, 0x1F, 0x48, 0x00, 0x528010B7, 0x40FA0100, 0x41270004, 0x423E01A0,
				0x433E0008));

	/** The model that {@code name} says, or null. */
	static StorageControl of(String name) {
		for (StorageControl c : MODELS) {
			if (c.name.equals(name)) {
				return c;
			}
		}
		return null;
	}

	/** The names, for a message. */
	static String names() {
		return String.join(", ", MODELS.stream().map(StorageControl::name).toList());
	}

	/** Whether it knows the commands that came with the 3880 and 3990: extents, locating, path groups, characteristics. */
	boolean extended() {
		return type != 0x3830;
	}

	/** How many sense bytes it has. */
	int senseLength() {
		return extended() ? 32 : 24;
	}

	/** Whether disks of a type can be attached to it: a 3330 to the 3830 and to no other. */
	boolean attaches(int deviceType) {
		return extended() == (deviceType != 0x3330);
	}

	/** Whether PREFIX is there: bit 6 of the first facilities byte. */
	boolean prefix() {
		return (facilities & 0x0200_0000) != 0;
	}

	/** Whether LOCATE RECORD EXTENDED is there, as since the 3990-6. */
	boolean locateExtended() {
		return extended() && (type != 0x3990 || model == 0xE9);
	}
}
