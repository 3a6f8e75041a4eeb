// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

/** What keeps a device, in the hands of a guest, out of storage that is not the guest's. */
public enum Isolation {
	/** The driver: it takes no address that the map does not have, and writes the program anew. */
	SOFTWARE("software: the driver's translation"),
	/** A table between device and storage, which the guest cannot reach. */
	HARDWARE("hardware: the IOMMU's table"),
	/** Nothing. */
	NONE("none");

	private final String title;

	Isolation(String title) {
		this.title = title;
	}

	/** A few words for people. */
	public String title() {
		return title;
	}
}
