// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import java.util.List;
import org.ccwbench.attach.devices.Plan;
import org.ccwbench.attach.devices.Subchannel;

/** The subchannels of a host: what holds them, binding them to vfio_ccw, giving them back. */
public interface HostDevices {
	List<Subchannel> list() throws AttachException;

	/** What {@link #bind} would do. */
	Plan planToBind(String number) throws AttachException;

	/** Binds a device to vfio_ccw and makes a mediated device of it. */
	Subchannel bind(String number) throws AttachException;

	/** What {@link #release} would do. */
	Plan planToRelease(String number) throws AttachException;

	/** Gives a device back to the driver that it had. */
	Subchannel release(String number) throws AttachException;

	/** What {@link #restore} would do. */
	List<Plan> planToRestore() throws AttachException;

	/** Gives everything back that the journal says was taken; lines for people. */
	List<String> restore() throws AttachException;
}
