// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * The commands for the terminal: each is a thin skin over {@code run}, {@code notation} or {@code arch}. It may
 * touch every room below it, and picocli. Exit codes: 0 done and as expected, 1 ran but not as expected, 2 bad
 * input.
 */
package org.ccwbench.cli;
