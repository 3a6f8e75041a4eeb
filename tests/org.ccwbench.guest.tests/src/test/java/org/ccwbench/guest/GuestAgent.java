// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.guest;

import org.ccwbench.attach.LocalHost;
import org.ccwbench.attach.agent.Agent;

/** The agent in the emulated machine. */
public final class GuestAgent {
	private GuestAgent() {}

	public static void main(String[] arguments) throws Exception {
		Agent.serve(LocalHost.real(), true);
	}
}
