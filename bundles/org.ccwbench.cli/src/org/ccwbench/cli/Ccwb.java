// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line as a whole. */
@Command(name = "ccwb", mixinStandardHelpOptions = true, versionProvider = Ccwb.Version.class, sortOptions = false,
		synopsisSubcommandLabel = "COMMAND",
		description = "CCW Workbench: channel programs on a simulated channel subsystem and along the paths of vfio-ccw.",
		subcommands = {RunCommand.class, CompareCommand.class, ValidateCommand.class, FormatCommand.class, ExplainCommand.class,
			CommandsCommand.class, ExamplesCommand.class, CheckCommand.class, CaptureCommand.class, DevicesCommand.class, AgentCommand.class,
			BenchCommand.class},
		footerHeading = "%nExamples:%n",
		footer = {
			"  ccwb run examples/read-volume-label.ccw --path two-stage",
			"  ccwb explain irb 00C0401700010008 0C000000",
			"  ccwb validate *.ccw",
			"",
			"Exit codes: 0 done and as expected, 1 ran but not as expected, 2 bad input."})
final class Ccwb implements Runnable {
	@Option(names = "--color", paramLabel = "WHEN", defaultValue = "auto", scope = CommandLine.ScopeType.INHERIT,
			description = "auto (default), always or never")
	void color(String when) {
		if (!when.equals("auto") && !when.equals("always") && !when.equals("never")) {
			throw new CommandLine.ParameterException(spec.commandLine(), "--color is auto, always or never, not \"" + when + "\"");
		}
		terminal.color(when);
	}

	@Spec
	CommandSpec spec;
	private final Terminal terminal;

	Ccwb(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public void run() {
		spec.commandLine().usage(terminal.out);
	}

	/** The version of the bundle. */
	static final class Version implements CommandLine.IVersionProvider {
		@Override
		public String[] getVersion() {
			String v = Ccwb.class.getPackage().getImplementationVersion();
			return new String[] {"CCW Workbench " + (v == null ? "0.1.0" : v)};
		}
	}
}
