// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device;

import org.ccwbench.channel.Device;
import org.ccwbench.storage.Storage;

/**
 * A device that people can look at, also at a place of a recording where it was before. All that is seen lies in its
 * registers and its medium: whoever takes both storages back sees the device as it was then.
 */
public interface VisibleDevice extends Device {
	/**
	 * Positions and other state as bytes, for a recording to follow; their form is the device's own. They are kept up to
	 * date after each command from the first call on.
	 */
	Storage registers();

	/** What there is to see where registers and medium stand now. It changes nothing. */
	DeviceSight sight();
}
