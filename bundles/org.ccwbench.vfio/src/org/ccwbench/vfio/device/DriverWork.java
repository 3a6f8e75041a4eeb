// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.device;

/** Told what the driver is about, part by part, as it does it: for who shows its stages. */
public interface DriverWork {
	/** The parts. */
	enum Part {
		/** A request came: the guest's chains are copied. */
		COPY,
		/** They are translated, their pages pinned. */
		TRANSLATE,
		/** The host's ORB is made and START SUBCHANNEL issued. */
		ISSUE,
		/** The return code goes into the region. */
		ANSWER,
		/** An interruption came: its IRB goes into the region; a program that is over is freed. */
		INTERRUPTION,
		/** The eventfd is signalled. */
		SIGNAL
	}

	/** Hears nothing. */
	DriverWork NONE = new DriverWork() {};

	/** Called before anything of the part is done. */
	default void begins(Part part) {}

	/** It is done; 0 or a negative error number. */
	default void ends(Part part, int result) {}
}
