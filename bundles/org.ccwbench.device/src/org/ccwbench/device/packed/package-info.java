// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * The packed form of disk images, which count-key-data and fixed-block disks share: tables that say where each
 * track or group of blocks stands in the file, and how it is compressed. Knows nothing of devices.
 */
package org.ccwbench.device.packed;
