// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import java.util.List;
import org.ccwbench.attach.devices.Plan;
import org.ccwbench.attach.devices.Subchannel;

/**
 * The subchannels of a host: what holds them, binding them to vfio_ccw, giving them back. Devices are named by their
 * numbers, "1000" or "0.0.1000".
 */
public interface HostDevices {
	/** All I/O subchannels, ascending. */
	List<Subchannel> list() throws AttachException;

	/** What {@link #bind} would do. */
	Plan planToBind(String number) throws AttachException;

	/**
	 * Binds a device to vfio_ccw and makes a mediated device of it, unless that is so already. If a step fails what was
	 * done is undone.
	 *
	 * @return the subchannel as it is then
	 * @throws AttachException if it is refused, because something holds the device; or if a step fails
	 */
	Subchannel bind(String number) throws AttachException;

	/** What {@link #release} would do. */
	Plan planToRelease(String number) throws AttachException;

	/**
	 * Gives a device back to the driver that it had before, online if it was.
	 *
	 * @return the subchannel as it is then
	 * @throws AttachException if somebody has it open, or a step fails
	 */
	Subchannel release(String number) throws AttachException;

	/** What {@link #restore} would do. */
	List<Plan> planToRestore() throws AttachException;

	/**
	 * Gives back everything that the journal says was taken and is not back.
	 *
	 * @return what came of each, as lines for people
	 * @throws AttachException after all were tried, if any could not be given back
	 */
	List<String> restore() throws AttachException;
}
