// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * The editor for {@code .ccw}: the source with its colours, problems and fixes, hovers, proposals, renaming, outline
 * and format, the line of the current CCW, and what its pages share. The text is the only truth; {@code table} and
 * {@code diagram} show what it means and change it by edits. All knowledge of the language comes from {@code notation}.
 */
package org.ccwbench.ui.editor;
