// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import java.util.ArrayList;
import java.util.List;

import org.ccwbench.attach.devices.ChannelPath;
import org.ccwbench.attach.devices.Subchannel;
import org.ccwbench.attach.devices.Use;

/** Devices of a host, one a line, in columns as wide as they must be. */
final class DeviceTable {
	private static final List<String> HEAD = List.of("device", "subch.", "CU type", "dev type", "driver", "online", "paths", "held by");

	private DeviceTable() {}

	static String of(List<Subchannel> subchannels) {
		List<List<String>> rows = new ArrayList<>();
		rows.add(HEAD);
		for (Subchannel s : subchannels) {
			rows.add(List.of(or(s.device()), s.id(), or(s.controlUnit()), or(s.type()), driver(s), s.online() ? "yes" : "no",
					join(s.paths().stream().map(ChannelPath::toString).toList()), held(s)));
		}
		StringBuilder text = new StringBuilder();
		for (List<String> row : rows) {
			StringBuilder line = new StringBuilder();
			for (int column = 0; column < HEAD.size(); column++) {
				int at = column;
				int width = rows.stream().mapToInt(r -> r.get(at).length()).max().orElse(0);
				line.append(row.get(column)).append(" ".repeat(width - row.get(column).length() + 2));
			}
			text.append(line.toString().stripTrailing()).append(System.lineSeparator());
		}
		return text.toString();
	}

	private static String driver(Subchannel s) {
		if (s.attachable()) {
			return s.uuid() == null ? "vfio_ccw, no mediated device" : "vfio_ccw, group " + s.group();
		}
		return or(s.deviceDriver() == null ? s.driver() : s.deviceDriver());
	}

	private static String held(Subchannel s) {
		return join(s.uses().stream().map(Use::what).toList());
	}

	private static String join(List<String> parts) {
		return parts.isEmpty() ? "-" : String.join("; ", parts);
	}

	private static String or(String name) {
		return name == null ? "-" : name;
	}
}
