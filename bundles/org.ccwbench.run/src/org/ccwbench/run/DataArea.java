// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

/** Bytes of guest storage, from a guest absolute address, into which a device has sent data. */
public record DataArea(long guest, long length) {}
