// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.agent;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.ccwbench.attach.Host;

/**
 * Takes connections on the loopback interface, for tests and consoles; each client must know the token. Each has its
 * own session, and none can harm another's.
 */
public final class AgentListener implements AutoCloseable {
	private static final int MOST = 8;
	private static final int GREETING_MILLIS = 10_000;

	private final ServerSocket server;
	private final Supplier<Host> hosts;
	private final String token;
	private final boolean mayArm;
	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
	private final Semaphore room = new Semaphore(MOST);

	/**
	 * Listens.
	 *
	 * @param port  0 for any that is free
	 * @param hosts gives each connection its host
	 */
	public AgentListener(int port, Supplier<Host> hosts, String token, boolean mayArm) throws IOException {
		server = new ServerSocket();
		server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), MOST);
		this.hosts = hosts;
		this.token = java.util.Objects.requireNonNull(token);
		this.mayArm = mayArm;
	}

	/** The port that it listens on. */
	public int port() {
		return server.getLocalPort();
	}

	/** Takes connections until it is closed. */
	public void run() {
		while (!server.isClosed()) {
			try {
				Socket s = server.accept();
				if (!room.tryAcquire()) {
					s.close();
					continue;
				}
				sockets.add(s);
				Thread t = new Thread(() -> serve(s), "connection");
				t.setDaemon(true);
				t.start();
			} catch (IOException e) {
				if (!server.isClosed()) {
					System.err.println("ccwb agent: " + e.getMessage());
				}
			}
		}
	}

	private void serve(Socket s) {
		try (Host host = hosts.get(); s) {
			s.setTcpNoDelay(true);
			s.setSoTimeout(GREETING_MILLIS);
			new AgentConnection(host, token, mayArm, () -> patient(s)).serve(s.getInputStream(), s.getOutputStream());
		} catch (IOException e) {
			// The connection is gone, which is all that can be said of it.
		} finally {
			sockets.remove(s);
			room.release();
		}
	}

	/** Whoever has said hello may be silent for longer. */
	private static void patient(Socket s) {
		try {
			s.setSoTimeout(AgentConnection.SILENCE_SECONDS * 1000);
		} catch (IOException e) {
			// It is closed; reading will tell.
		}
	}

	@Override
	public void close() throws IOException {
		server.close();
		for (Socket s : sockets) {
			s.close();
		}
	}
}
