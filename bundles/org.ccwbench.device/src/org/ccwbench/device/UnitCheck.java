// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device;

/**
 * Ends a command with unit check after the sense bytes were set. Carries no stack trace: it is part of the
 * architecture, not a fault of ours.
 */
public final class UnitCheck extends RuntimeException {
	private static final long serialVersionUID = 1L;
	private final int status;

	/** @param status the unit status, unit check included */
	public UnitCheck(int status) {
		super("unit check", null, false, false);
		this.status = status;
	}

	public int status() {
		return status;
	}
}
