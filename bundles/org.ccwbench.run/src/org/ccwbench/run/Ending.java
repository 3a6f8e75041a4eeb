// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

/** How the running of a start function came to its end. */
public enum Ending {
	/** With ending status, or it was refused. */
	ENDED,
	/** The program is suspended and nobody resumes it. */
	SUSPENDED,
	/** It went beyond its limit of time or steps and was halted or cleared. */
	HALTED,
	/** The caller wanted no more of it. */
	CANCELLED,
	/** The recording was full. */
	RECORDING_FULL
}
