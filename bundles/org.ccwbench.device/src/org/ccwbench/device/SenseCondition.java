// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device;

/** What sense bytes of any device can say in byte 0 (SA22-7204, Basic Sense), for failures that come from outside. */
public enum SenseCondition {
	/** Intervention required: the device is not ready. */
	NOT_READY(0x40),
	/** Equipment check: something broke. */
	EQUIPMENT(0x10),
	/** Data check: what the medium holds cannot be read. */
	DATA(0x08);

	private final int byte0;

	SenseCondition(int byte0) {
		this.byte0 = byte0;
	}

	/** Sense byte 0. */
	public int byte0() {
		return byte0;
	}
}
