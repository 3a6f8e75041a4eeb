// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ccwbench.attach.AttachException;

/** Two streams to an agent, how they are closed, and what the command that leads there said on standard error. */
final class Transport {
	private static final int LINES = 10;
	private static final int LONGEST_LINE = 500;
	private static final int END_MILLIS = 2000;

	private final InputStream in;
	private final OutputStream out;
	private final Runnable close;
	private final Deque<String> lines = new ArrayDeque<>();

	private Transport(InputStream in, OutputStream out, Runnable close) {
		this.in = in;
		this.out = out;
		this.close = close;
	}

	static Transport of(InputStream in, OutputStream out) {
		return new Transport(in, out, () -> {
			quietly(out);
			quietly(in);
		});
	}

	static Transport of(Socket s) throws IOException {
		return new Transport(s.getInputStream(), s.getOutputStream(), () -> quietly(s));
	}

	/** Starts a command whose standard streams lead to an agent. */
	static Transport start(List<String> command) throws AttachException {
		Process p;
		try {
			p = new ProcessBuilder(command).start();
		} catch (IOException e) {
			throw new AttachException("cannot start " + command.get(0) + ": " + e.getMessage(), e);
		}
		Transport t = new Transport(p.getInputStream(), p.getOutputStream(), () -> end(p));
		Thread reader = new Thread(() -> t.listen(p.getErrorStream()), "standard error of " + command.get(0));
		reader.setDaemon(true);
		reader.start();
		return t;
	}

	private static void end(Process p) {
		quietly(p.getOutputStream());
		try {
			if (!p.waitFor(END_MILLIS, TimeUnit.MILLISECONDS)) {
				p.destroy();
			}
		} catch (InterruptedException e) {
			p.destroy();
			Thread.currentThread().interrupt();
		}
	}

	private void listen(InputStream error) {
		try (BufferedReader r = new BufferedReader(new InputStreamReader(error))) {
			for (String line = r.readLine(); line != null; line = r.readLine()) {
				synchronized (lines) {
					lines.add(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line);
					if (lines.size() > LINES) {
						lines.remove();
					}
				}
			}
		} catch (IOException e) {
			// The command is gone.
		}
	}

	private static void quietly(AutoCloseable c) {
		try {
			c.close();
		} catch (Exception e) {
			// It is closed.
		}
	}

	InputStream in() {
		return in;
	}

	OutputStream out() {
		return out;
	}

	/** The last lines of standard error. */
	String said() {
		synchronized (lines) {
			return String.join(" / ", lines);
		}
	}

	void close() {
		close.run();
	}
}
