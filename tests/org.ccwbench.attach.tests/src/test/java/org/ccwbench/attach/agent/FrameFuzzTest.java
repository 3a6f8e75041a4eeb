// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.agent;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.ccwbench.attach.AttachException;
import org.ccwbench.attach.Lab;
import org.ccwbench.attach.simulated.SimulatedHost;

/** Any bytes that a client sends end in answers, and leave nothing open. */
class FrameFuzzTest {
	@FuzzTest(maxDuration = "4s")
	void anyBytesAreReadAndAnswered(byte[] sent) throws AttachException {
		SimulatedHost host = Lab.host();
		BadClientTest.answers(host, sent);
		if (host.inUse() != 0) {
			throw new IllegalStateException(host.inUse() + " files and stretches of memory are not given back");
		}
	}
}
