// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

/** The versions of the Linux driver whose behaviour can be chosen. */
public enum DriverVersion {
	/** 4.19 (stable, late): as 5.17, but only with prefetch; every TIC continues a chain; no region but the first. */
	LINUX_4_19("4.19"),
	/** 5.17: reads by pinning; refuses a CCW with IDA unless IDAWs are 64 bits and of 4K. */
	LINUX_5_17("5.17"),
	/** 6.12: all IDAW formats, one pin for each 2K of data where they are of 2K, at most 16 chains. */
	LINUX_6_12("6.12");

	private final String number;

	DriverVersion(String number) {
		this.number = number;
	}

	/** "6.12". */
	public String number() {
		return number;
	}

	/** Whether it is older than 6.0, which took opening and closing into the state machine and reads without pinning. */
	public boolean beforeSix() {
		return this != LINUX_6_12;
	}

	/** The version with that number, or null. */
	public static DriverVersion of(String number) {
		for (DriverVersion v : values()) {
			if (v.number.equals(number)) {
				return v;
			}
		}
		return null;
	}
}
