// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.List;

/** The stages of a program whose guest has the channel to itself, as an operating system in a logical partition has. */
final class DirectStages {
	static final int START = 0;
	static final int EXECUTE = 1;
	static final int TEST = 2;

	static final List<StageInfo> ALL = List.of(
			new StageInfo("C1", "guest", "START SUBCHANNEL", "The guest issues SSCH; the channel subsystem takes the ORB.", -1),
			new StageInfo("C2", "channel", "execute", "The channel fetches CCWs from guest absolute storage and executes them.", -1),
			new StageInfo("C3", "guest", "TEST SUBCHANNEL", "The interruption reaches the guest, which issues TSCH for the IRB.", -1));

	private DirectStages() {}
}
