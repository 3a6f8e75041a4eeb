// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * Fixed-block disks (3370, 9336): images are the blocks of 512 bytes, one after the other. Implements the
 * 3370 Direct Access Storage Description and Reference (GA26-1657) and the fixed-block commands of GA26-1661.
 */
package org.ccwbench.device.fba;
