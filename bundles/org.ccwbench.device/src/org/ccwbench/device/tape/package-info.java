// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * Tape units 3420, 3480, 3490 and 3590 with tapes in the AWS and HET formats. Implements the 3803/3420 manual
 * (GA32-0020), the 3480 and 3490E references (GA32-0042, GA32-0127) and the 3590 reference (GA32-0331).
 */
package org.ccwbench.device.tape;
