// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

/** How far something is at a position. */
public enum Progress {
	PENDING, CURRENT, DONE, FAILED
}
