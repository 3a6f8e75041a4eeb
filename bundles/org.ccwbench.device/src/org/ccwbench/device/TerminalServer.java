// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Lets a TN3270 terminal (RFC 1576) on this machine be the screen and keyboard of a display. It listens on the
 * loopback address only and serves one terminal at a time; another one is told so and sent away. Whoever drives the
 * simulation calls {@link #exchange}: the display is touched by no other thread.
 */
public final class TerminalServer implements AutoCloseable {
	/** Records that wait to be taken; a terminal that sends more is not read until some are. */
	private static final int WAITING = 16;

	private final DisplayDevice display;
	private final ServerSocket listener;
	private final BlockingQueue<byte[]> records = new ArrayBlockingQueue<>(WAITING);
	private volatile TerminalLine line;
	private TerminalLine shownOn;
	private long shown = -1;

	private TerminalServer(DisplayDevice display, ServerSocket listener) {
		this.display = display;
		this.listener = listener;
	}

	/**
	 * Begins to listen.
	 *
	 * @param port the port, or 0 for one that is free
	 */
	public static TerminalServer listen(DisplayDevice display, int port) throws IOException {
		ServerSocket socket = new ServerSocket();
		try {
			socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2);
		} catch (IOException e) {
			socket.close();
			throw e;
		}
		TerminalServer server = new TerminalServer(display, socket);
		Thread.ofPlatform().daemon().name("terminals").start(server::accept);
		return server;
	}

	/** The port that terminals connect to. */
	public int port() {
		return listener.getLocalPort();
	}

	/** Whether a terminal is connected and has agreed on the protocol. */
	public boolean connected() {
		return line != null;
	}

	/**
	 * Shows the screen on the terminal if it has changed, and gives the display what the terminal has sent.
	 *
	 * @param millis how long to wait for something from the terminal, 0 not to wait
	 * @return whether the display took something, and so raised attention
	 */
	public boolean exchange(long millis) throws InterruptedException {
		long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
		do {
			show();
			byte[] record = records.poll(Math.min(20, Math.max(0, millis)), TimeUnit.MILLISECONDS);
			if (record != null && display.answer(record)) {
				return true;
			}
		} while (System.nanoTime() < until);
		show();
		return false;
	}

	private void show() {
		TerminalLine to = line;
		if (to != null && (to != shownOn || shown != display.changes())) {
			shownOn = to;
			shown = display.changes();
			to.send(display.show());
		}
	}

	private void accept() {
		while (!listener.isClosed()) {
			try {
				Socket socket = listener.accept();
				Thread.ofPlatform().daemon().name("terminal").start(() -> serve(socket));
			} catch (IOException e) {
				// Closed, or a connection that was gone before it was accepted.
			}
		}
	}

	private void serve(Socket socket) {
		try (socket; TerminalLine mine = TerminalLine.negotiate(socket, display.model())) {
			synchronized (this) {
				if (mine == null || line != null) {
					if (mine != null) {
						mine.refuse("This display has a terminal already.");
					}
					return;
				}
				records.clear();
				line = mine;
			}
			try {
				for (byte[] record; (record = mine.receive()) != null;) {
					while (!records.offer(record, 1, TimeUnit.SECONDS)) {
						if (listener.isClosed()) {
							return;
						}
					}
				}
			} finally {
				line = null;
			}
		} catch (IOException e) {
			// The terminal is gone.
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** Ends the connection and listens no more. */
	@Override
	public void close() throws IOException {
		listener.close();
		TerminalLine open = line;
		if (open != null) {
			open.close();
		}
	}
}
