// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ccwbench.arch.Ccw;
import org.ccwbench.arch.Command;
import org.ccwbench.arch.Commands;
import org.ccwbench.arch.Field;
import org.ccwbench.arch.Midaw;
import org.ccwbench.arch.Scsw;
import org.ccwbench.arch.Value;

/** Names that stand for numbers in certain operands: commands, flags, status bits, error numbers. */
final class Names {
	private static final Map<String, Map<String, Integer>> COMMANDS = new ConcurrentHashMap<>();
	private static final Map<String, Integer> CCW_FLAGS = of(Ccw.FORMAT1.field("flags"));
	private static final Map<String, Integer> MIDAW_FLAGS = Map.of("LAST", Midaw.LAST, "L", Midaw.LAST, "SKIP", Midaw.SKIP,
			"S", Midaw.SKIP, "DTI", Midaw.DTI);
	private static final Map<String, Integer> UNIT = of(Scsw.BLOCK.field("dstat"), "UX", 0x01);
	private static final Map<String, Integer> CHAN = of(Scsw.BLOCK.field("cstat"), "PROG", 0x20, "ICC", 0x02, "CHC", 0x01);
	private static final Map<String, Integer> ERRNO = Map.ofEntries(Map.entry("EPERM", 1), Map.entry("ENOENT", 2),
			Map.entry("EIO", 5), Map.entry("EAGAIN", 11), Map.entry("ENOMEM", 12), Map.entry("EACCES", 13),
			Map.entry("EFAULT", 14), Map.entry("EBUSY", 16), Map.entry("EEXIST", 17), Map.entry("ENODEV", 19),
			Map.entry("EINVAL", 22), Map.entry("ENOSPC", 28), Map.entry("EOPNOTSUPP", 95), Map.entry("ETIMEDOUT", 110));

	private static final Map<String, Integer> FAULTS = new LinkedHashMap<>();

	static {
		for (FaultKind k : FaultKind.values()) {
			FAULTS.put(k.name(), k.ordinal());
		}
	}

	private Names() {}

	/** Mnemonics and titles (blanks as underscores) of a device type's commands. */
	static Map<String, Integer> commands(String deviceType) {
		Commands table = Commands.of(deviceType);
		return COMMANDS.computeIfAbsent(table.family(), f -> {
			Map<String, Integer> map = new LinkedHashMap<>();
			for (Command c : table.all()) {
				map.put(c.mnemonic().toUpperCase(Locale.ROOT), c.code());
			}
			for (Command c : table.all()) {
				map.putIfAbsent(c.title().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_"), c.code());
			}
			return map;
		});
	}

	static Map<String, Integer> ccwFlags() {
		return CCW_FLAGS;
	}

	static Map<String, Integer> midawFlags() {
		return MIDAW_FLAGS;
	}

	/** Device status. */
	static Map<String, Integer> unitStatus() {
		return UNIT;
	}

	/** Subchannel status. */
	static Map<String, Integer> channelStatus() {
		return CHAN;
	}

	/** Error numbers of Linux, positive. */
	static Map<String, Integer> errorNumbers() {
		return ERRNO;
	}

	/** What FAULT can let go wrong; the numbers mean nothing. */
	static Map<String, Integer> faults() {
		return FAULTS;
	}

	private static Map<String, Integer> of(Field field, Object... aliases) {
		Map<String, Integer> map = new LinkedHashMap<>();
		for (Value v : field.values()) {
			if (!v.symbol().isEmpty()) {
				map.put(v.symbol(), (int) v.value());
			}
		}
		for (int i = 0; i < aliases.length; i += 2) {
			map.put((String) aliases[i], (Integer) aliases[i + 1]);
		}
		return map;
	}
}
