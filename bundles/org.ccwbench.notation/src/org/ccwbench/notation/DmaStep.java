// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import org.ccwbench.model.Statement;

/** One step in building the DMA map of the container. Addresses and lengths are multiples of 4,096. */
public sealed interface DmaStep {
	/** First IOVA, which is the guest absolute address. */
	long guest();

	/** Bytes. */
	long length();

	/** MAP, UNMAP or NOPIN. */
	Statement statement();

	/** Maps; {@code user} and {@code host} are -1 if the machine may choose. */
	record Map(long guest, long length, long user, long host, boolean writable, Statement statement) implements DmaStep {}

	/** Unmaps. */
	record Unmap(long guest, long length, Statement statement) implements DmaStep {}

	/** Leaves mapped and makes pinning fail. */
	record NoPin(long guest, long length, Statement statement) implements DmaStep {}
}
