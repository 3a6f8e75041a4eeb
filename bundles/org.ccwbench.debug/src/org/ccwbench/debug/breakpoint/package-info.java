// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/** Where to stop: CCWs, stages, storage, pins, status; and continuing to there, forwards and back. */
package org.ccwbench.debug.breakpoint;
