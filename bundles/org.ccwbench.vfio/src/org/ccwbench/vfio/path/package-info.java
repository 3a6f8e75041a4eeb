// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * The paths of the 2016 design discussion and the one that Linux ships, as lists of stages: the monitor's side, as
 * QEMU has it, and the order in which monitor, driver and channel work. They may touch what {@code vfio} may touch.
 * The guest's subchannel follows PoP SA22-7832, chapter 14, as far as a monitor keeps it.
 */
package org.ccwbench.vfio.path;
