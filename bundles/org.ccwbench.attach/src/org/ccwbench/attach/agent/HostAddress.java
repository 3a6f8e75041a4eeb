// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.ccwbench.attach.AttachException;
import org.ccwbench.attach.LocalHost;

/**
 * How users name a host and a device on it: "local/0.0.1234", "lpar7/1234", "user@lpar7/0.0.1234", "tcp:7000/0.0.1234"
 * for an agent's listener on this machine.
 *
 * @param host   "local", a name for ssh, or "tcp:PORT"
 * @param device number as written; null if only a host is named
 */
public record HostAddress(String host, String device) {
	/** No option of ssh can be passed off as a host. */
	private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_@\\[][A-Za-z0-9_.@:%\\[\\]-]*");
	private static final String TCP = "tcp:";

	/** What is started for a host unless the user says otherwise; {host} stands for it. */
	public static final String DEFAULT_COMMAND = "ssh -T {host} ccwb agent";

	/** Reads HOST/DEVICE, or HOST. */
	public static HostAddress of(String text) throws AttachException {
		int slash = text.lastIndexOf('/');
		HostAddress a = slash < 0 ? new HostAddress(text, null) : new HostAddress(text.substring(0, slash), text.substring(slash + 1));
		if (!HOST.matcher(a.host).matches() || a.device != null && a.device.isEmpty()) {
			throw new AttachException("\"" + text + "\" is no host and device; they look like local/0.0.1234 or lpar7/0.0.1234");
		}
		if (a.isTcp()) {
			a.port();
		}
		return a;
	}

	public boolean isLocal() {
		return host.equals(LocalHost.NAME);
	}

	/** Whether it is a listener on the loopback interface. */
	public boolean isTcp() {
		return host.startsWith(TCP);
	}

	/** Of a listener. */
	public int port() throws AttachException {
		try {
			int port = Integer.parseInt(host.substring(TCP.length()));
			if (port > 0 && port < 65_536) {
				return port;
			}
		} catch (NumberFormatException e) {
			// Said below.
		}
		throw new AttachException("\"" + host + "\" is no port on this machine; it looks like tcp:7000");
	}

	/**
	 * The words of a command, split at blanks, with quotes and backslashes as in a shell; {host} stands for the host.
	 *
	 * @param command {@link #DEFAULT_COMMAND} or the user's
	 */
	public List<String> command(String command) throws AttachException {
		List<String> words = new ArrayList<>();
		StringBuilder word = new StringBuilder();
		char quote = 0;
		boolean in = false;
		for (int i = 0; i < command.length(); i++) {
			char c = command.charAt(i);
			if (quote != 0 ? c == quote : c == '"' || c == '\'') {
				quote = quote != 0 ? 0 : c;
				in = true;
			} else if (c == '\\' && quote != '\'' && i + 1 < command.length()) {
				word.append(command.charAt(++i));
				in = true;
			} else if (quote == 0 && Character.isWhitespace(c)) {
				if (in) {
					words.add(word.toString().replace("{host}", host));
				}
				word.setLength(0);
				in = false;
			} else {
				word.append(c);
				in = true;
			}
		}
		if (quote != 0) {
			throw new AttachException("A quote in the agent's command is not closed: " + command);
		}
		if (in) {
			words.add(word.toString().replace("{host}", host));
		}
		if (words.isEmpty()) {
			throw new AttachException("The agent's command is empty.");
		}
		return words;
	}
}
