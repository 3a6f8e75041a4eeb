// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * What keeps texts from being lost: files are replaced as a whole, and edits that are not saved are kept in the
 * workspace until they are saved or given up.
 */
package org.ccwbench.ui.editor.save;
