// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

/** How a report is written. */
enum ReportFormat {
	TEXT, JSON
}
