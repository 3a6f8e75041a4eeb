// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/** What can be set of running programs, and the page on which it is. */
package org.ccwbench.ui.prefs;
