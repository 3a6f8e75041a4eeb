// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * Count-key-data disks (3380, 3390) behind a storage control that knows the extended commands: CKD images,
 * orientation on a track, define-extent and locate-record domains, and the sense bytes of a 3990.
 * Implements the 3990/9390 Storage Control Reference (GA32-0274) and the 3390 and 3380 track formats.
 */
package org.ccwbench.device.eckd;
