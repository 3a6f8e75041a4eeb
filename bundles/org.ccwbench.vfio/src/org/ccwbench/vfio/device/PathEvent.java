// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.device;

/** What happens to a channel path, in the order in which the host's trace numbers it. */
public enum PathEvent {
	/** The path became available. */
	ONLINE,
	/** The path is gone. */
	OFFLINE,
	/** The operator lets the path be used again. */
	VARY_ON,
	/** The operator takes the path out of use. */
	VARY_OFF
}
