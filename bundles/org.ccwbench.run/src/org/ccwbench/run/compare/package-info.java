// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * Two sessions of the same text held against each other: what the guest saw, what storage holds, what it cost, and
 * where their courses part. Knows sessions, recordings and histories only.
 */
package org.ccwbench.run.compare;
