// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import org.ccwbench.storage.AddressSpace;

/**
 * An address space whose bytes are those of the position. Reading it never changes anything; it must not be
 * stored into.
 *
 * @param id    "guest", "user", "host", "registers", "device 0120"
 * @param index of the storage in the recording's events, or -1 for a space that is mapped onto another
 */
public record SpaceView(String id, String title, AddressSpace space, int index) {}
