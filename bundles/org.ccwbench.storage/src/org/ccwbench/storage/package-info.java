// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * Address spaces in 4K pages: absolute storage with keys, spaces that are mapped onto another space by a
 * page table (the guest onto its monitor, the monitor onto host storage), pin counts, and the journal
 * through which every change can be recorded and undone. It may touch {@code arch} only.
 * Implements the storage side of the Principles of Operation (SA22-7832), chapter 3.
 */
package org.ccwbench.storage;
