// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The command {@code ccwb} in a terminal. */
public final class Main {
	private Main() {}

	public static void main(String[] args) {
		System.exit(run(args, System.in, new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err),
				charset(), Terminal.outputIsTerminal()));
	}

	/**
	 * Runs a command.
	 *
	 * @return the exit code: 0 done and as expected, 1 ran but not as expected, 2 bad input
	 */
	public static int run(String[] args, InputStream in, OutputStream out, OutputStream err, Charset charset, boolean interactive) {
		Terminal terminal = new Terminal(in, out, err, charset, interactive);
		Failures failures = new Failures(terminal);
		try {
			int code = isAgent(args) ? new AgentCommand(terminal).call() : command(terminal, failures).execute(args);
			terminal.out.flush();
			return code;
		} catch (Throwable t) {
			return failures.report(t);
		}
	}

	/** What ssh starts: making the whole command line would take longer than all else until the agent answers. */
	private static boolean isAgent(String[] args) {
		return args.length == 1 && args[0].equals("agent");
	}

	private static CommandLine command(Terminal terminal, Failures failures) {
		CommandLine line = new CommandLine(new Ccwb(terminal), new Commands(terminal));
		line.setOut(new java.io.PrintWriter(terminal.out, true));
		line.setErr(new java.io.PrintWriter(terminal.err, true));
		line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
		line.setExpandAtFiles(false);
		line.setUsageHelpAutoWidth(false);
		line.setUsageHelpWidth(100);
		line.setCaseInsensitiveEnumValuesAllowed(true);
		line.setParameterExceptionHandler((e, a) -> failures.usage(e));
		line.setExecutionExceptionHandler((e, c, r) -> failures.report(e));
		return line;
	}

	private static Charset charset() {
		String name = System.getProperty("stdout.encoding");
		try {
			return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
		} catch (IllegalArgumentException e) {
			return StandardCharsets.UTF_8;
		}
	}
}
