// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.ccwbench.device.DisplayDevice;
import org.ccwbench.device.TerminalServer;
import org.ccwbench.run.Attendant;
import org.ccwbench.run.MachineDevice;
import org.ccwbench.run.Session;

/**
 * TN3270 terminals on this machine as the displays of a session: the person there presses the keys that the text
 * would. Nothing waits for a person longer than was said.
 */
final class DisplayTerminals implements Attendant, AutoCloseable {
	private static final int MOMENT = 100;

	private final Terminal terminal;
	private final int firstPort;
	private final long patience;
	private final Map<DisplayDevice, TerminalServer> servers = new LinkedHashMap<>();
	/** Displays whose terminal was quicker than the run: a key was pressed before anyone waited for it. */
	private final Set<DisplayDevice> pressed = new HashSet<>();

	/**
	 * @param firstPort port of the first display, the next has the next; 0 for ports that are free
	 * @param seconds   the longest that anything waits for a person
	 */
	DisplayTerminals(Terminal terminal, int firstPort, int seconds) {
		this.terminal = terminal;
		this.firstPort = firstPort;
		this.patience = TimeUnit.SECONDS.toNanos(seconds);
	}

	/** Listens for all displays of a session and waits until each has a terminal. */
	void connect(Session session) {
		for (MachineDevice d : session.devices()) {
			if (d.device() instanceof DisplayDevice display) {
				int port = firstPort == 0 ? 0 : firstPort + servers.size();
				try {
					TerminalServer server = TerminalServer.listen(display, port);
					servers.put(display, server);
					terminal.err.printf("display %04X, model %d: waiting for a TN3270 terminal at 127.0.0.1:%d%n", d.number(), display.model(),
							server.port());
				} catch (IOException | IllegalArgumentException e) {
					throw new BadInputException("cannot listen at port " + port + " for display " + String.format("%04X", d.number()) + ": " + e.getMessage());
				}
			}
		}
		terminal.err.flush();
		if (servers.isEmpty()) {
			throw new BadInputException("--terminal is for texts with a 3270, and this one has none");
		}
		for (TerminalServer s : servers.values()) {
			if (!until(s::connected, () -> false)) {
				throw new BadInputException("no terminal has connected to port " + s.port() + " in " + TimeUnit.NANOSECONDS.toSeconds(patience)
						+ " seconds");
			}
		}
	}

	private boolean until(BooleanSupplier come, BooleanSupplier cancelled) {
		long begun = System.nanoTime();
		while (!come.getAsBoolean()) {
			if (cancelled.getAsBoolean() || System.nanoTime() - begun > patience) {
				return false;
			}
			try {
				Thread.sleep(MOMENT / 10);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				return false;
			}
		}
		return true;
	}

	@Override
	public void show(DisplayDevice display) {
		if (exchange(servers.get(display), 0)) {
			pressed.add(display);
		}
	}

	private static boolean exchange(TerminalServer server, long millis) {
		try {
			return server.exchange(millis);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	@Override
	public boolean await(DisplayDevice display, BooleanSupplier cancelled) {
		if (pressed.remove(display)) {
			return true;
		}
		TerminalServer server = servers.get(display);
		long begun = System.nanoTime();
		while (!exchange(server, MOMENT)) {
			boolean over = System.nanoTime() - begun > patience;
			if (cancelled.getAsBoolean() || over || Thread.currentThread().isInterrupted()) {
				return false;
			}
		}
		return true;
	}

	/** Leaves the last screens where they are until the terminals go or press a key. */
	void linger() {
		for (Map.Entry<DisplayDevice, TerminalServer> e : servers.entrySet()) {
			if (e.getValue().connected()) {
				await(e.getKey(), () -> !e.getValue().connected());
			}
		}
	}

	@Override
	public void close() throws IOException {
		for (TerminalServer s : servers.values()) {
			s.close();
		}
	}
}
