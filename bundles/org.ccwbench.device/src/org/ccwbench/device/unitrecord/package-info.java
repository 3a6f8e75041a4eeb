// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * Card reader 3505, card punch 3525 and printers 1403, 3203 and 3211. Implements the 3505/3525 Subsystem manual
 * (GA21-9124), the 2821 Control Unit (GA24-3312), the 3203 Printer (GA33-1529) and the 3211 Printer (GA24-3543).
 */
package org.ccwbench.device.unitrecord;
