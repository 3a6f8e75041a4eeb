// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

/** Something that happens at a point of simulated time. Stands in at most one agenda, once. */
abstract class Work {
	/** Simulated microseconds at which it is due. */
	long due;
	/** Order among work that is due at the same time. */
	long turn;
	/** Place in the agenda's heap, or -1. */
	int slot = -1;

	abstract void run();
}
