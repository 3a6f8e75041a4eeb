// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * A vfio-ccw device as user space meets it on Linux 6.12: container, group and device with their ioctls, regions
 * that are read and written, eventfds, and behind them the driver's state machine on a host subchannel. It may
 * touch what {@code vfio} may touch. Follows the interface of VFIO (linux/vfio.h, linux/vfio_ccw.h) and, on the
 * host's side, PoP SA22-7832, chapter 14. All numbers in structures are big-endian, as on the hosts that have it.
 */
package org.ccwbench.vfio.device;
