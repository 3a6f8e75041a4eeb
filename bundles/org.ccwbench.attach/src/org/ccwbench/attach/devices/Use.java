// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.devices;

/**
 * Something that holds a device.
 *
 * @param what    words for people, such as "vda is mounted on /srv"
 * @param forbids whether the device must not be taken away from its driver because of it
 */
public record Use(String what, boolean forbids) {
	@Override
	public String toString() {
		return what;
	}
}
