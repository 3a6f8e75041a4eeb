// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

/** Bytes at a guest absolute address. The array is not to be changed. */
public record StoredBytes(long address, byte[] bytes) {}
