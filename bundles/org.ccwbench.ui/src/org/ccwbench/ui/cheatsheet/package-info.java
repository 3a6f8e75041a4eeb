// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * Lessons in steps, each of which can be done by a button. They stand in {@code cheatsheets/} in the platform's own
 * format; the platform's view of them is not used, because it needs a help system that runs a web server.
 */
package org.ccwbench.ui.cheatsheet;
