// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/** The console printer-keyboard 3215. Implements its component description (GA24-3550). */
package org.ccwbench.device.console;
