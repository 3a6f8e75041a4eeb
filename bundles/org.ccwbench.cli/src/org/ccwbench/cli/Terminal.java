// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a command reads and writes, and how it marks what matters. */
final class Terminal {
	final InputStream in;
	final PrintStream out;
	final PrintStream err;
	private final boolean interactive;
	private boolean color;

	Terminal(InputStream in, OutputStream out, OutputStream err, Charset charset, boolean interactive) {
		this.in = in;
		this.out = new PrintStream(new BufferedOutputStream(new Output(out), 1 << 16), false, charset);
		this.err = new PrintStream(err, true, charset);
		this.interactive = interactive;
	}

	/** @param when auto, always or never */
	void color(String when) {
		color = when.equals("always") || when.equals("auto") && interactive && System.getenv("NO_COLOR") == null
				&& !"dumb".equals(System.getenv("TERM"));
	}

	/** A heading. */
	String bold(String s) {
		return paint("1", s);
	}

	/** What went as it should. */
	String good(String s) {
		return paint("32", s);
	}

	/** What did not. */
	String bad(String s) {
		return paint("31;1", s);
	}

	/** What matters less. */
	String faint(String s) {
		return paint("2", s);
	}

	private String paint(String code, String s) {
		return color ? "\u001B[" + code + "m" + s + "\u001B[0m" : s;
	}

	/** Whether standard output is a terminal, as far as that can be told without loading a console. */
	static boolean outputIsTerminal() {
		try {
			String to = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
			return to.startsWith("/dev/pts/") || to.startsWith("/dev/tty") || to.equals("/dev/console");
		} catch (IOException | RuntimeException e) {
			return false;
		}
	}
}
