// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.ccwbench.attach.AttachException;
import org.ccwbench.attach.Host;
import org.ccwbench.attach.LocalHost;
import org.ccwbench.attach.agent.Agent;
import org.ccwbench.attach.agent.AgentListener;
import org.ccwbench.attach.agent.TokenFile;
import org.ccwbench.attach.simulated.SimulatedHost;
import org.ccwbench.notation.Image;
import org.ccwbench.notation.Notation;
import org.ccwbench.notation.Problem;
import org.ccwbench.notation.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Answers a workbench on another machine. */
@Command(name = "agent", mixinStandardHelpOptions = true, sortOptions = false,
		description = {"Runs on the host that has the devices and answers a workbench, over standard input and output: ssh HOST ccwb agent is the "
				+ "connection, and no port is open.", ""},
		footerHeading = "%nExamples:%n",
		footer = {
			"  ssh lpar7 ccwb agent                                   what ccwb run --backend lpar7/0.0.1234 starts",
			"  ccwb agent --listen 7000 --token-file token            for consoles and tests, on this machine only",
			"  ccwb agent --simulated examples/read-volume-label.ccw  a host that is simulated, with the devices of the text",
			"",
			"When a connection ends without a goodbye, running programs are halted, and devices that were bound over it go back",
			"to their drivers. Exit codes: 0 the client is gone, 2 bad input."})
final class AgentCommand implements Callable<Integer> {
	@Option(names = "--listen", paramLabel = "PORT", description = "take connections on this port of the loopback interface; 0 for any that is free")
	Integer port;

	@Option(names = "--token-file", paramLabel = "FILE",
			description = "what clients of the port must know; a file of mode 600, made with a random token if it is not there")
	Path tokenFile;

	@Option(names = "--no-writes", description = "let no client arm writing, whatever its user types")
	boolean noWrites;

	@Option(names = "--simulated", paramLabel = "FILE", description = "simulate the kernel and the devices of this .ccw text, for tries without such a host")
	String simulated;

	private final Terminal terminal;

	AgentCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public Integer call() throws IOException {
		try {
			Supplier<Host> hosts = hosts();
			if (port == null) {
				if (tokenFile != null) {
					throw new BadInputException("a token is for --listen; over standard input whoever started the agent is trusted");
				}
				try (Host host = hosts.get()) {
					Agent.serve(host, !noWrites);
				}
				return 0;
			}
			if (tokenFile == null || port < 0 || port > 0xFFFF) {
				throw new BadInputException(tokenFile == null ? "--listen wants --token-file" : "a port is 0 to 65535");
			}
			try (AgentListener listener = new AgentListener(port, hosts, TokenFile.readOrMake(tokenFile), !noWrites)) {
				terminal.out.println("listening on port " + listener.port() + " of this machine");
				terminal.out.flush();
				listener.run();
			}
			return 0;
		} catch (AttachException e) {
			throw new BadInputException(e.getMessage());
		}
	}

	private Supplier<Host> hosts() throws AttachException, IOException {
		if (simulated != null) {
			TextFile text = TextFile.read(simulated, terminal);
			Image image = Notation.assemble(simulated, text.text());
			for (Problem p : image.problems()) {
				if (p.severity() == Severity.ERROR) {
					throw new BadInputException(p.caret(image.text()));
				}
			}
			SimulatedHost host = new SimulatedHost(image, text.path().toAbsolutePath().getParent());
			return host::asHost;
		}
		LocalHost.real().close();
		return () -> {
			try {
				return LocalHost.real();
			} catch (AttachException e) {
				throw new UncheckedIOException(new IOException(e.getMessage()));
			}
		};
	}
}
