// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.agent;

import java.nio.file.Path;
import org.ccwbench.attach.AttachException;
import org.ccwbench.attach.Host;
import org.ccwbench.attach.LocalHost;

/** How hosts are reached: this one directly, a listener on this machine with a token, all others by a command. */
public class Hosts {
	private final String command;
	private final Path token;

	/** By ssh, and no listeners. */
	public Hosts() {
		this(HostAddress.DEFAULT_COMMAND, null);
	}

	/**
	 * @param command see {@link HostAddress#command}
	 * @param token   file with the token of listeners; null if none is to be reached
	 */
	public Hosts(String command, Path token) {
		this.command = command;
		this.token = token;
	}

	/** Connects; the caller closes it. */
	public Host open(HostAddress address) throws AttachException {
		if (address.isLocal()) {
			return LocalHost.real();
		}
		if (address.isTcp()) {
			if (token == null) {
				throw new AttachException("A listener wants a token: name the file that holds it (--token-file).");
			}
			return AgentHost.connect(address.port(), TokenFile.read(token));
		}
		return AgentHost.start(address.host(), address.command(command));
	}
}
