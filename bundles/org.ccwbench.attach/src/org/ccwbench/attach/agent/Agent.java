// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.agent;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import org.ccwbench.attach.Host;

/** The agent over standard input and output. What anything else prints goes to standard error. */
public final class Agent {
	private Agent() {}

	/** Serves one client until it is gone. */
	public static void serve(Host host, boolean mayArm) {
		OutputStream out = new FileOutputStream(FileDescriptor.out);
		System.setOut(new PrintStream(System.err, true));
		AgentConnection connection = new AgentConnection(host, null, mayArm, () -> { });
		Thread watch = new Thread(() -> watch(connection, host), "silence");
		watch.setDaemon(true);
		watch.start();
		connection.serve(new FileInputStream(FileDescriptor.in), out);
	}

	/** A client whose machine is gone leaves a stream that never ends. */
	private static void watch(AgentConnection connection, Host host) {
		try {
			while (connection.silence() < TimeUnit.SECONDS.toNanos(AgentConnection.SILENCE_SECONDS)) {
				TimeUnit.SECONDS.sleep(1);
			}
		} catch (InterruptedException e) {
			return;
		}
		System.err.println("ccwb agent: nothing was heard for " + AgentConnection.SILENCE_SECONDS + " seconds; the client is gone.");
		connection.end();
		host.close();
		Runtime.getRuntime().exit(1);
	}
}
