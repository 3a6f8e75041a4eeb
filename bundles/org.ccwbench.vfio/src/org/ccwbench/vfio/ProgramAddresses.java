// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

/** What the addresses are in the channel program that the channel executes. */
public enum ProgramAddresses {
	/** Host absolute addresses in a program that was written anew. */
	TRANSLATED,
	/** The guest's own program with guest absolute addresses, which a table of an IOMMU turns into the host's. */
	GUEST,
	/** The guest's own program, whose addresses are taken for host absolute addresses as they are. */
	HOST
}
