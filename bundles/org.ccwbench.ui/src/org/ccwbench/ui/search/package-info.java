// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/** Search in all programs of the workspace. */
package org.ccwbench.ui.search;
