// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * The text editor for {@code .ccw}: colours, problems, hovers, proposals, outline, format, and the line of the
 * current CCW. All knowledge of the language comes from {@code notation}.
 */
package org.ccwbench.ui.editor;
