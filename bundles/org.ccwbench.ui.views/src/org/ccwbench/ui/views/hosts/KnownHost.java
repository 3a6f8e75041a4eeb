// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views.hosts;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import org.ccwbench.attach.AttachException;
import org.ccwbench.attach.Host;
import org.ccwbench.attach.agent.HostAddress;
import org.ccwbench.attach.agent.Hosts;
import org.ccwbench.attach.devices.Subchannel;

/**
 * A host that the user named, how it is reached, and what it answered last. Connecting and asking take their time: not
 * for the UI thread. What is known may be looked at by any thread.
 */
public final class KnownHost {
	/** Work with a connected host. */
	interface Work<T> {
		T on(Host host) throws AttachException;
	}

	private final String name;
	private final String command;
	private final String token;
	private Host host;
	private volatile List<Subchannel> devices = List.of();
	private volatile List<String> description = List.of();
	private volatile String trouble = "not connected";

	/**
	 * @param name    "local", a name for ssh, or "tcp:PORT"
	 * @param command that leads to an agent, {host} stands for the name; empty for the usual one
	 * @param token   file with the token of a listener; empty for none
	 */
	public KnownHost(String name, String command, String token) {
		this.name = name;
		this.command = command;
		this.token = token;
	}

	public String name() {
		return name;
	}

	String command() {
		return command;
	}

	String token() {
		return token;
	}

	/** How it is reached. */
	Hosts hosts() throws AttachException {
		try {
			return new Hosts(command.isBlank() ? HostAddress.DEFAULT_COMMAND : command, token.isBlank() ? null : Path.of(token));
		} catch (InvalidPathException e) {
			throw new AttachException("\"" + token + "\" is no name of a file", e);
		}
	}

	/** The subchannels of the host as they were when it was last asked. */
	public List<Subchannel> devices() {
		return devices;
	}

	/** What it is and what it lacks, as lines for people. */
	public List<String> description() {
		return description;
	}

	/** Why it is not connected, for people; null if it is. */
	public String trouble() {
		return trouble;
	}

	/** Connects if need be, works, and asks for the subchannels again. */
	synchronized <T> T with(Work<T> work) throws AttachException {
		boolean answered = false;
		try {
			if (host == null) {
				HostAddress address = HostAddress.of(name);
				if (address.device() != null) {
					throw new AttachException("\"" + name + "\" names a device, not a host");
				}
				host = hosts().open(address);
			}
			description = host.description();
			devices = host.devices().list();
			trouble = null;
			answered = true;
			T done = work.on(host);
			devices = host.devices().list();
			return done;
		} catch (AttachException e) {
			if (!answered) {
				drop(e.getMessage());
			}
			throw e;
		}
	}

	/** Connects if need be, and asks for the subchannels again. */
	void refresh() throws AttachException {
		with(h -> null);
	}

	/** Says goodbye; devices stay bound. */
	synchronized void close() {
		drop("not connected");
	}

	private void drop(String why) {
		Host gone = host;
		host = null;
		devices = List.of();
		trouble = why;
		if (gone != null) {
			gone.close();
		}
	}
}
