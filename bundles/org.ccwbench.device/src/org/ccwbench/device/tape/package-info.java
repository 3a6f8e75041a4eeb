// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * Tape units 3420, 3480 and 3490 with tapes in the AWS format. Implements the 3803/3420 manual (GA32-0020)
 * and the 3480 and 3490E references (GA32-0042, GA32-0127).
 */
package org.ccwbench.device.tape;
