// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

/**
 * A mediated device that vfio_ccw has made of a subchannel.
 *
 * @param subchannel bus id, "0.0.0003"
 * @param device     number of the device on it, "0.0.1234"; null if the kernel does not tell before it is opened
 * @param uuid       its name
 * @param group      number of its VFIO group: its file is /dev/vfio/GROUP
 */
public record Mdev(String subchannel, String device, String uuid, String group) {}
