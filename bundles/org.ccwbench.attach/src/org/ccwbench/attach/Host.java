// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import java.util.List;

/** A host with devices: this one, or one that an agent runs on. Closing it gives everything back that was taken. */
public interface Host extends AutoCloseable {
	/** "local", or as the user named it. */
	String name();

	/** What it is and what it lacks, as lines for people. */
	List<String> description();

	/**
	 * Opens a subchannel that vfio_ccw drives.
	 *
	 * @param device  number, "0.0.1234"
	 * @param storage guest storage that its device may reach, without overlap; all zeros at first
	 */
	AttachedSubchannel open(String device, List<StorageStretch> storage) throws AttachException;

	/** The subchannels of the host. */
	HostDevices devices();

	@Override
	void close();
}
