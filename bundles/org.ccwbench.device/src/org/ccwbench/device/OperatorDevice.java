// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device;

/** A device at which a person sits: what is typed goes to a read that waits for it, or raises attention. */
public interface OperatorDevice extends MediumDevice {
	/**
	 * Types a line and ends it. A character that the device has not is entered as a blank.
	 *
	 * @return false if an earlier line has not been read yet; this one is not taken then
	 */
	boolean enter(String line);

	/** Whether a program waits for {@link #enter}. */
	boolean waiting();
}
