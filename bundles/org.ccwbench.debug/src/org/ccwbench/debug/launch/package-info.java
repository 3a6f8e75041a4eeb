// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/** Launch configurations of channel programs, their pages, and starting them from editor and explorer. */
package org.ccwbench.debug.launch;
