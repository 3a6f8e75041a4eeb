// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.help;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

import org.ccwbench.arch.Command;
import org.ccwbench.arch.Commands;
import org.ccwbench.arch.Direction;
import org.ccwbench.arch.Hex;

/** A page for every command of every family of devices, from the tables of commands. */
final class CommandTopics {
	private CommandTopics() {}

	static List<Topic> all() {
		TreeMap<String, Set<String>> families = new TreeMap<>();
		for (String type : Commands.deviceTypes()) {
			families.computeIfAbsent(Commands.family(type), f -> new LinkedHashSet<>()).add(type);
		}
		List<Topic> all = new ArrayList<>();
		families.forEach((family, types) -> Commands.of(types.iterator().next()).all().forEach(c -> all.add(topic(family, types, c))));
		return all;
	}

	static String id(String deviceType, int code) {
		return "command:" + Commands.family(deviceType) + '/' + Hex.of(code);
	}

	private static Topic topic(String family, Set<String> types, Command c) {
		StringBuilder body = new StringBuilder();
		body.append("Command code `X'").append(Hex.of(c.code())).append("'`, written `").append(c.mnemonic()).append("` or `X'")
				.append(Hex.of(c.code())).append("'` in a program.\n\n");
		body.append("- Direction: ").append(words(c.direction())).append('\n');
		body.append("- Count: ").append(c.length() < 0 ? "depends on the data" : c.length() + (c.length() == 1 ? " byte" : " bytes") + " usually").append('\n');
		body.append("- Medium: ").append(c.changesMedium() ? "can be changed, or the device taken from others; on a real device it has to be armed"
				: "stays as it is").append('\n');
		body.append("- Devices: ").append(String.join(", ", types)).append('\n');
		body.append("- Defined in: ").append(c.reference()).append("\n\n");
		body.append("## In a program\n`         CCW1  ").append(c.mnemonic()).append(",AREA,CC+SLI,")
				.append(c.length() < 0 ? "80" : c.length()).append("`\n\n");
		body.append("See also [channel-command word](block:ccw1), [flags of a CCW](field:ccw1.flags), [the statement CCW1](statement:CCW1).\n");
		return new Topic("command:" + family + '/' + Hex.of(c.code()), "Command of " + family + " devices",
				c.mnemonic() + ": " + c.title(), body.toString());
	}

	private static String words(Direction direction) {
		return direction.stores() ? "from the device into storage" : direction.fetches() ? "from storage to the device"
				: "none, the channel goes on elsewhere";
	}
}
