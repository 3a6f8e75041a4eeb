// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import picocli.CommandLine;

/** Makes the commands, each with the terminal that it works in. */
final class Commands implements CommandLine.IFactory {
	private final Terminal terminal;

	Commands(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public <K> K create(Class<K> type) throws Exception {
		Object made = null;
		if (type == RunCommand.class) {
			made = new RunCommand(terminal);
		} else if (type == CompareCommand.class) {
			made = new CompareCommand(terminal);
		} else if (type == CaptureCommand.class) {
			made = new CaptureCommand(terminal);
		} else if (type == AgentCommand.class) {
			made = new AgentCommand(terminal);
		} else if (type == ExplainCommand.class) {
			made = new ExplainCommand(terminal);
		} else if (type == CheckCommand.class) {
			made = new CheckCommand(terminal);
		} else if (type == FormatCommand.class) {
			made = new FormatCommand(terminal);
		} else if (type == ValidateCommand.class) {
			made = new ValidateCommand(terminal);
		} else if (type == CommandsCommand.class) {
			made = new CommandsCommand(terminal);
		} else if (type == ExamplesCommand.class) {
			made = new ExamplesCommand(terminal);
		} else if (type == DevicesCommand.class) {
			made = new DevicesCommand(terminal);
		} else if (type == BenchCommand.class) {
			made = new BenchCommand(terminal);
		}
		return made == null ? CommandLine.defaultFactory().create(type) : type.cast(made);
	}
}
