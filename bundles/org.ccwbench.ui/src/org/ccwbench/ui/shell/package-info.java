// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/** The window: application, menus, explorer, perspective. May touch Eclipse's workbench and resources. */
package org.ccwbench.ui.shell;
