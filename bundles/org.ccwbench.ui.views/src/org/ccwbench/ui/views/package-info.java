// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * The live views: stages, program, translation, pinned pages, IRB and storage, all at the one position that
 * {@code ActiveRun} keeps. They show rows that {@code run} computes, and compute nothing themselves.
 */
package org.ccwbench.ui.views;
