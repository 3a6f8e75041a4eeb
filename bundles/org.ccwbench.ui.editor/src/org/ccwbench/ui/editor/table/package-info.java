// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/** The page of the editor that shows each CCW of the text as a row, and changes the text when a cell is changed. */
package org.ccwbench.ui.editor.table;
