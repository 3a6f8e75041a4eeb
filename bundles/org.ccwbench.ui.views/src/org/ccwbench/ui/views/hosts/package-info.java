// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * Real devices in the workbench: the hosts that the user named, a view of what is attached to them, the wizard that
 * connects one, and the backend by which programs run there.
 */
package org.ccwbench.ui.views.hosts;
