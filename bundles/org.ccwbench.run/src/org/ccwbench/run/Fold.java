// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

/** Something that follows a position: takes each event that the position passes, forwards or back, in order. */
interface Fold {
	void forward(Event e);

	/** Undoes {@link #forward} of the event that was passed last. */
	void back(Event e);
}
