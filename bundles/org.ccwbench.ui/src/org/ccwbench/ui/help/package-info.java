// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * Help: a page for every command, field, statement and view, found by F1 or by search. Commands, fields and statements
 * come from the tables that the rest of the house works by; pages on views and ways of working stand in
 * {@code pages.txt}.
 */
package org.ccwbench.ui.help;
