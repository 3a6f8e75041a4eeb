// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * The adapter between the recording that the window shows and Eclipse's debug platform: what Debug, Variables,
 * Expressions, Memory and Breakpoints views show is the position that all live views show. May touch {@code ui}
 * and what lies below it. Nothing here executes a channel program.
 */
package org.ccwbench.debug;
