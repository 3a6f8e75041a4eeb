// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import org.ccwbench.model.Statement;

/** Storage keys of the pages that {@code address} and {@code length} touch: access control 0-15, fetch protection. */
public record KeySpec(long address, long length, int accessControl, boolean fetchProtected, Statement statement) {}
