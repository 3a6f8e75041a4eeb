// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device;

import java.util.List;
import org.ccwbench.channel.Device;

/** Makes devices of one family. Implementations are found through {@link java.util.ServiceLoader}. */
public interface DeviceType {
	/** The types as people write them in a device statement: "3390", "3420". */
	List<String> types();

	/**
	 * Makes a device with its image opened and checked.
	 *
	 * @throws ImageException if an option or the image is not right; the message is for people
	 */
	Device create(DeviceOptions options) throws ImageException;
}
