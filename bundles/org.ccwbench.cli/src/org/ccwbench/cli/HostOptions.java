// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import java.io.Console;
import java.nio.file.Path;
import org.ccwbench.attach.AttachException;
import org.ccwbench.attach.AttachedBackend;
import org.ccwbench.attach.DeviceNumber;
import org.ccwbench.attach.agent.HostAddress;
import org.ccwbench.attach.agent.Hosts;
import org.ccwbench.run.Backend;
import org.ccwbench.run.SimulatedBackend;
import picocli.CommandLine.Option;

/** How commands reach hosts with real devices. */
final class HostOptions {
	@Option(names = "--agent-command", paramLabel = "COMMAND", defaultValue = HostAddress.DEFAULT_COMMAND,
			description = "what leads to the agent of a host; {host} stands for it (default: ${DEFAULT-VALUE})")
	String agentCommand;

	@Option(names = "--token-file", paramLabel = "FILE", description = "the token for an agent that listens on this machine (tcp:PORT/DEVICE); mode 600")
	Path tokenFile;

	/** The hosts as the options say. */
	Hosts hosts() {
		return new Hosts(agentCommand, tokenFile);
	}

	/**
	 * The backend for what the user named.
	 *
	 * @param arm whether the user is to be asked for the number of the device
	 */
	Backend backend(String named, boolean arm) {
		if (named.equals("simulated")) {
			if (arm) {
				throw new BadInputException("--arm-writes is for real devices; name one with --backend");
			}
			return new SimulatedBackend();
		}
		try {
			HostAddress address = HostAddress.of(named);
			if (address.device() == null) {
				throw new BadInputException("no backend \"" + named + "\"; there are simulated and HOST/DEVICE, such as local/0.0.1234");
			}
			DeviceNumber device = DeviceNumber.of(address.device());
			return new AttachedBackend(hosts(), arm ? typed(device) : null);
		} catch (AttachException e) {
			throw new BadInputException(e.getMessage());
		}
	}

	/** What the user types at the terminal; neither a file nor an option can say it. */
	private static String typed(DeviceNumber device) {
		Console console = System.console();
		if (console == null || !isTerminal(console)) {
			throw new BadInputException("--arm-writes asks for the number of the device, and there is no terminal to ask at");
		}
		console.printf("Programs will be able to change what is on %s.%nType the number of the device to go on: ", device);
		String line = console.readLine();
		if (line == null || line.isBlank()) {
			throw new BadInputException("nothing was typed; nothing was sent");
		}
		return line.strip();
	}

	/** From Java 22 on there is a console without a terminal too. */
	private static boolean isTerminal(Console console) {
		try {
			return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
		} catch (ReflectiveOperationException e) {
			return true;
		}
	}
}
