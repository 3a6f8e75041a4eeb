// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/** Help &gt; Report: one archive with the program, what its run recorded, and what ran it. */
package org.ccwbench.ui.report;
