// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.agent;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.ccwbench.attach.AttachException;
import org.ccwbench.attach.Lab;
import org.ccwbench.attach.simulated.SimulatedHost;

/** Any parameters of any request end in answers, and leave nothing open. */
class RequestFuzzTest {
	private static final byte[] HELLO = (BadClientTest.request(1, "agent/hello", "{\"protocol\":1,\"oldest\":1,\"version\":\"f\"}")
			+ BadClientTest.request(2, "device/open", "{\"device\":\"0120\",\"storage\":[{\"address\":65536,\"length\":65536,\"writable\":true}]}"))
			.getBytes(StandardCharsets.UTF_8);
	private static final String[] METHODS = {"device/store", "device/load", "device/start", "device/execute", "device/await", "device/halt", "device/clear",
		"device/reset", "device/open", "device/close", "devices/plan", "agent/hello"};

	@FuzzTest(maxDuration = "4s")
	void anyParametersOfAnyRequestAreAnswered(byte[] data) throws AttachException {
		SimulatedHost host = Lab.host();
		StringBuilder all = new StringBuilder(new String(HELLO, StandardCharsets.UTF_8));
		String text = new String(data, StandardCharsets.ISO_8859_1);
		int method = data.length == 0 ? 0 : (data[0] & 0xFF) % METHODS.length;
		all.append(BadClientTest.request(3, METHODS[method], text.isEmpty() ? "{\"session\":1}" : "{\"session\":1," + text.substring(1)));
		all.append(BadClientTest.request(4, "device/close", "{\"session\":1}"));
		BadClientTest.answers(host, all.toString().getBytes(StandardCharsets.UTF_8));
		// Who gives back is another thread, and the machine may have much else to do.
		for (int i = 0; i < 20_000 && host.inUse() != 0; i++) {
			Thread.onSpinWait();
			try {
				Thread.sleep(1);
			} catch (InterruptedException e) {
				throw new IllegalStateException(e);
			}
		}
		if (host.inUse() != 0 || host.pinned()) {
			throw new IllegalStateException(host.inUse() + " files and stretches of memory are not given back");
		}
	}
}
