// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * A session: a machine assembled from a text, a backend that runs it, a recording of everything that happened,
 * and the state at any position of that recording. It may touch {@code vfio}, {@code device} and
 * {@code notation} and what they touch; nothing of Eclipse but EMF.
 */
package org.ccwbench.run;
