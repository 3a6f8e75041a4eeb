// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import org.ccwbench.model.Statement;

/** Guest absolute storage from {@code base}, {@code length} bytes. The statement is null for the default of 16M. */
public record StorageRange(long base, long length, Statement statement) {}
