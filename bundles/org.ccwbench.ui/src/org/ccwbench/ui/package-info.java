// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * What editor and views share: the one recording that the window shows and the position in it, and the
 * pictures. May touch {@code run} and what lies below it. Nothing here interprets a channel program.
 */
package org.ccwbench.ui;
