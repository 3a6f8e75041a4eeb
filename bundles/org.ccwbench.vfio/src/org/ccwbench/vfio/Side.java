// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

/** Who does a stage. */
public enum Side {
	/** The virtual machine monitor, in user space. */
	MONITOR,
	/** The driver, in the host's kernel. */
	KERNEL
}
