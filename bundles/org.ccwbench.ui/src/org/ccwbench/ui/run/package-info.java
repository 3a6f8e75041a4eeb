// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/** Running and stepping from the window: the job, the commands, the path chooser and the status line. */
package org.ccwbench.ui.run;
