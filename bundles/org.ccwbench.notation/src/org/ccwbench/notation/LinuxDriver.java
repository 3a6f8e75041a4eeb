// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

/** The versions of the Linux driver vfio-ccw whose quirks a text can be warned of. */
public enum LinuxDriver {
	V4_19("4.19"), V5_17("5.17"), V6_12("6.12");

	private final String number;

	LinuxDriver(String number) {
		this.number = number;
	}

	/** "6.12". */
	public String number() {
		return number;
	}

	/** The version with that number; 6.12 for null, and null if there is none. */
	public static LinuxDriver of(String number) {
		for (LinuxDriver v : values()) {
			if (v.number.equals(number)) {
				return v;
			}
		}
		return number == null ? V6_12 : null;
	}
}
