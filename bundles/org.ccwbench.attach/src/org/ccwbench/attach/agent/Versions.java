// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.agent;

/** Whether client and agent understand each other, and in words what to do if they do not. */
final class Versions {
	private Versions() {}

	/**
	 * What an agent says to a client.
	 *
	 * @return null if they understand each other
	 */
	static String complaint(int clientSpeaks, int clientNeeds, String clientVersion) {
		return complaint("The agent", AgentProtocol.VERSION, AgentProtocol.OLDEST, "this client (" + clientVersion + ")", clientSpeaks, clientNeeds);
	}

	/** What a client says of an agent; null if they understand each other. */
	static String complaint(AgentProtocol.Welcome agent) {
		return complaint("The agent (" + agent.version() + " on " + agent.host() + ")", agent.protocol(), agent.oldest(),
				"this client", AgentProtocol.VERSION, AgentProtocol.OLDEST);
	}

	private static String complaint(String agent, int speaks, int understands, String client, int clientSpeaks, int clientNeeds) {
		if (speaks < clientNeeds) {
			return agent + " is older than " + client + ": it speaks version " + speaks + " of the protocol, and at least "
					+ clientNeeds + " is needed. Copy the agent that came with the client to the host.";
		}
		if (clientSpeaks < understands) {
			return agent + " is newer than " + client + ": it understands version " + understands + " of the protocol and later, and the client speaks "
					+ clientSpeaks + ". Update the workbench, or put its own agent onto the host.";
		}
		return null;
	}

	/** Of the code: that of the bundle. */
	static String own() {
		String v = Versions.class.getPackage().getImplementationVersion();
		return v == null ? "0.1.0" : v;
	}
}
