// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.function.BooleanSupplier;
import org.ccwbench.device.DisplayDevice;

/**
 * A person at the displays of a session, who does what otherwise the OPERATOR statements of the text say. Called by the
 * thread that runs the session.
 */
public interface Attendant {
	/** A start function has ended: the screen may have changed. */
	void show(DisplayDevice display);

	/**
	 * Waits until a key was pressed that calls the program; the display has raised attention then.
	 *
	 * @param cancelled whether to wait no longer
	 * @return false if nobody came in time
	 */
	boolean await(DisplayDevice display, BooleanSupplier cancelled);
}
