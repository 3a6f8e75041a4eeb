// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device;

import org.ccwbench.channel.Device;

/** A device that reads or writes a medium whose bytes a recording follows and views show. */
public interface MediumDevice extends Device {
	/** The disk, tape, deck or paper; never null. */
	Medium medium();
}
