// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * Real devices: a subchannel that is bound to vfio_ccw, on this host or on one that an agent runs on, as a backend
 * of sessions. VFIO's calls through JNA ({@link org.ccwbench.attach.SystemCalls}), the guard that lets only commands
 * pass that cannot change the medium, and guest storage as memory that the device reaches by IOVA. It may touch what
 * {@code run} may touch, JNA and JSON-RPC. Follows linux/vfio.h, linux/vfio_ccw.h and PoP SA22-7832, chapters 14 to 16.
 */
package org.ccwbench.attach;
