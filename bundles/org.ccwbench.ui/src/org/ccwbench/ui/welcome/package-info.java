// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/** The page that a new workspace begins with: four things to try. May touch the platform's intro and commands. */
package org.ccwbench.ui.welcome;
