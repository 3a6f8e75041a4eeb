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

	/** The version with that number; 6.12 for null and for any other. */
	public static LinuxDriver of(String number) {
		return V4_19.number.equals(number) ? V4_19 : V5_17.number.equals(number) ? V5_17 : V6_12;
	}
}
