// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * The subchannels of a Linux host as sysfs shows them: what they are and what holds them; binding one to vfio_ccw with
 * a mediated device, and giving it back to the driver that it came from. It may touch what {@code attach} may touch;
 * nothing here opens a device. Follows the kernel's Documentation/ABI/testing/sysfs-bus-css and
 * Documentation/arch/s390/vfio-ccw.rst.
 */
package org.ccwbench.attach.devices;
