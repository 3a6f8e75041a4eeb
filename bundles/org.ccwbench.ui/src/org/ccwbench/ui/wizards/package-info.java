// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/** Wizards that make projects and programs. */
package org.ccwbench.ui.wizards;
