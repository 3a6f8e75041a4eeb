// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import java.util.concurrent.Callable;
import org.ccwbench.arch.Commands;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the commands of a device. */
@Command(name = "commands", mixinStandardHelpOptions = true, sortOptions = false,
		description = {"Lists the commands of a type of device, with the names by which a text can call them.", ""},
		footerHeading = "%nExamples:%n",
		footer = {"  ccwb commands", "  ccwb commands 3390", "", "Exit codes: 0 listed, 2 bad input."})
final class CommandsCommand implements Callable<Integer> {
	@Parameters(arity = "0..1", paramLabel = "TYPE", description = "such as 3390; without it the types are listed")
	String type;

	private final Terminal terminal;

	CommandsCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public Integer call() {
		if (type == null) {
			for (String t : Commands.deviceTypes()) {
				terminal.out.printf("%-8s %s%n", t, Commands.family(t));
			}
			return 0;
		}
		if (!Commands.knows(type)) {
			throw new BadInputException("no device type \"" + type + "\"" + Nearest.didYouMean(type, Commands.deviceTypes())
					+ "; there are " + String.join(", ", Commands.deviceTypes()));
		}
		for (var c : Commands.of(type).all()) {
			terminal.out.printf("%02X  %-8s %-34s %-14s %s%n", c.code(), c.mnemonic(), c.title(),
					c.direction().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '), c.changesMedium() ? "changes the medium" : "");
		}
		return 0;
	}
}
