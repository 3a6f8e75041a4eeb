// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * Count-key-data disks (3380, 3390) behind a storage control that knows the extended commands, and the 3330
 * behind one that does not: CKD images, orientation on a track, define-extent and locate-record domains, and the
 * sense bytes. Implements the 3990/9390 Storage Control Reference (GA32-0274), the 3830 Storage Control (GA26-1617)
 * and the track formats of the 3390, 3380 and 3330.
 */
package org.ccwbench.device.eckd;
