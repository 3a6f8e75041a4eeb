// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccwbench.arch.Commands;
import org.ccwbench.arch.Field;
import org.ccwbench.arch.Pmcw;

/** DEVICE, SUBCH, STORAGE, KEY, MAP, UNMAP and NOPIN: the machine around the program. */
final class MachineReader {
	private static final Pattern NUMBER = Pattern.compile("(?:([0-9A-Fa-f]{1,2})\\.([0-3])\\.)?([0-9A-Fa-f]{1,4})|[Xx]'([0-9A-Fa-f]{1,4})'");
	private static final int PAGE = 4096;
	private static final long HIGHEST = 1L << 62;

	private final Symbols symbols;
	private final Problems problems;
	private final Set<Integer> numbers = new HashSet<>();
	private final NavigableMap<Long, StorageRange> ranges = new TreeMap<>();
	final List<DeviceSpec> devices = new ArrayList<>();
	final List<StorageRange> storage = new ArrayList<>();
	final List<KeySpec> keys = new ArrayList<>();
	final List<DmaStep> dma = new ArrayList<>();

	MachineReader(Symbols symbols, Problems problems) {
		this.symbols = symbols;
		this.problems = problems;
	}

	/** TYPE= of a DEVICE; null if it is not given. */
	static String type(Line line) {
		Operand o = line.keyword("TYPE");
		return o == null || o.text().isEmpty() ? null : text(o);
	}

	/** A word as it stands, or what stands between apostrophes. */
	static String text(Operand o) {
		String s = o.text();
		return Quoted.isQuoted(s) ? Quoted.unquote(s, 0, s.length() - 1) : s;
	}

	void read(Line line) {
		Evaluator ev = new Evaluator(symbols, line, problems, false);
		switch (line.kind()) {
			case DEVICE -> device(line, ev);
			case SUBCH -> subchannel(line, ev);
			case STORAGE -> storage(line, ev);
			case KEY -> key(line, ev);
			case MAP, UNMAP, NOPIN -> dma(line, ev);
			default -> {
				// belongs to the program
			}
		}
	}

	/** The device that stands in when a text has none. */
	void complete() {
		if (devices.isEmpty()) {
			numbers.add(0x120);
			devices.add(new DeviceSpec(0x120, "3390", null, Map.of(), new SubchannelSpec(-1, pmcw(0x120), -1, null), null));
		}
		if (storage.isEmpty()) {
			add(new StorageRange(0, 16 << 20, null));
		}
	}

	private void device(Line line, Evaluator ev) {
		Operand first = line.positional(0);
		int number = 0;
		if (first != null) {
			Matcher m = NUMBER.matcher(first.text());
			if (m.matches()) {
				number = Integer.parseInt(m.group(3) != null ? m.group(3) : m.group(4), 16);
			} else {
				ev.error(first, "'" + Syntax.clip(first.text()) + "' is no device number", "four hexadecimal digits such as 0120 or 0.0.0120");
			}
		}
		String type = type(line);
		Operand t = line.keyword("TYPE");
		if (type == null) {
			problems.error(line.card().operation.offset(), line.card().operation.length(), "DEVICE without TYPE=", "TYPE=3390 or another device type");
		} else if (!Commands.knows(type)) {
			ev.warning(t, "no commands are known for device type " + Syntax.clip(type)
					+ Suggest.didYouMean(type, Commands.deviceTypes()), "");
		}
		Map<String, String> options = new LinkedHashMap<>();
		for (Operand o : line.operands()) {
			Keyword k = o == first ? null : Keyword.find(line.kind(), o.name() != null ? o.name() : Syntax.clip(o.text()));
			if (k != null && k.type() == Keyword.Type.FLAG) {
				if (o.name() == null || Boolean.TRUE.equals(Syntax.flag(o.text()))) {
					options.put(k.name(), "");
				}
			} else if (o.name() != null && !o.text().isEmpty()) {
				options.put(o.name().toUpperCase(Locale.ROOT), text(o));
			}
		}
		options.remove("TYPE");
		String image = options.remove("IMAGE");
		if (!numbers.add(number)) {
			Card.Span op = line.card().operation;
			problems.error(op.offset(), op.length(), String.format("device %04X is defined twice", number), "another device number");
		}
		devices.add(new DeviceSpec(number, type == null ? "3390" : type, image, options,
				new SubchannelSpec(-1, pmcw(number), -1, null), line.statement()));
	}

	private static byte[] pmcw(int device) {
		byte[] b = new byte[Pmcw.BLOCK.length()];
		set(b, "devno", device);
		set(b, "isc", 3);
		set(b, "E", 1);
		set(b, "V", 1);
		set(b, "lpm", 0x80);
		set(b, "pim", 0x80);
		set(b, "pam", 0x80);
		set(b, "pom", 0xFF);
		return b;
	}

	private static void set(byte[] b, String field, long value) {
		Pmcw.BLOCK.field(field).set(b, value);
	}

	private void subchannel(Line line, Evaluator ev) {
		complete();
		DeviceSpec d = devices.remove(devices.size() - 1);
		byte[] pmcw = d.subchannel().pmcw();
		for (Operand o : line.operands()) {
			Keyword k = Keyword.find(line.kind(), o.name() != null ? o.name() : Syntax.clip(o.text()));
			if (k != null && k.field() != null) {
				Long v = value(k, o, ev);
				if (v != null) {
					k.field().set(pmcw, v);
				}
			}
		}
		Operand number = line.keyword("NUMBER");
		Operand limit = line.keyword("LIMIT");
		Long n = number == null ? null : ev.between(number, Map.of(), 0, 0xFFFF, "the subchannel number");
		Long l = limit == null ? null : ev.between(limit, Map.of(), 0, 0x7FFFFFFF, "the address limit");
		devices.add(new DeviceSpec(d.number(), d.type(), d.image(), d.options(), new SubchannelSpec(
				n == null ? -1 : (int) (long) n, pmcw, l == null ? -1 : l, line.statement()), d.statement()));
	}

	/** Value of a keyword that sets a field; null if it cannot be read, which has been reported. */
	static Long value(Keyword k, Operand o, Evaluator ev) {
		if (k.type() == Keyword.Type.FLAG) {
			Boolean on = o.name() == null ? Boolean.TRUE : Syntax.flag(o.text());
			return on == null ? null : on ? 1L : 0L;
		}
		Field f = k.field();
		return ev.between(o, Map.of(), 0, f.mask(), k.name());
	}

	private void storage(Line line, Evaluator ev) {
		Operand size = line.positional(0);
		Operand base = line.keyword("BASE");
		Long n = size == null ? null : ev.between(size, Map.of(), 1, HIGHEST, "the size of storage");
		Long b = base == null ? Long.valueOf(0) : ev.between(base, Map.of(), 0, HIGHEST, "the first address");
		if (n == null || b == null) {
			return;
		}
		if (n % PAGE != 0 || b % PAGE != 0) {
			ev.error(n % PAGE != 0 ? size : base, "storage comes in pages", "a multiple of 4K");
			return;
		}
		// Ranges do not overlap, so the last that begins before this one's end is the one that ends last.
		Map.Entry<Long, StorageRange> before = ranges.lowerEntry(b + n);
		if (before != null && b < before.getKey() + before.getValue().length()) {
			ev.error(size, String.format("overlaps the storage at X'%X'", before.getKey()), "BASE= of a free range");
			return;
		}
		add(new StorageRange(b, n, line.statement()));
	}

	private void add(StorageRange range) {
		ranges.put(range.base(), range);
		storage.add(range);
	}

	private void key(Line line, Evaluator ev) {
		if (line.operands().size() < 3) {
			return;
		}
		Long a = needed(line, 0, ev, HIGHEST, "the address");
		Long n = needed(line, 1, ev, HIGHEST, "the length");
		Long k = needed(line, 2, ev, 15, "the storage key");
		boolean fetch = line.positional(3) != null && line.positional(3).text().equalsIgnoreCase("F");
		if (a != null && n != null && k != null) {
			keys.add(new KeySpec(a, n, (int) (long) k, fetch, line.statement()));
		}
	}

	private static Long needed(Line line, int i, Evaluator ev, long most, String what) {
		Operand o = line.positional(i);
		return o == null ? null : ev.between(o, Map.of(), 0, most, what);
	}

	private void dma(Line line, Evaluator ev) {
		Long a = page(line.positional(0), ev, "the IOVA");
		Long n = page(line.positional(1), ev, "the length");
		if (a == null || n == null) {
			return;
		}
		switch (line.kind()) {
			case UNMAP -> dma.add(new DmaStep.Unmap(a, n, line.statement()));
			case NOPIN -> dma.add(new DmaStep.NoPin(a, n, line.statement()));
			default -> {
				Long user = page(line.keyword("USER"), ev, "the user address");
				Long host = page(line.keyword("HOST"), ev, "the host address");
				dma.add(new DmaStep.Map(a, n, user == null ? -1 : user, host == null ? -1 : host, writable(line, ev), line.statement()));
			}
		}
	}

	private static boolean writable(Line line, Evaluator ev) {
		Operand p = line.keyword("PERM");
		String s = p == null ? "RW" : text(p).toUpperCase(Locale.ROOT);
		if (!s.equals("RW") && !s.equals("RO")) {
			ev.error(p, "'" + Syntax.clip(s) + "' is no permission", "RW or RO");
		}
		return !s.equals("RO");
	}

	private static Long page(Operand o, Evaluator ev, String what) {
		Long v = o == null ? null : ev.between(o, Map.of(), 0, HIGHEST, what);
		if (v != null && v % PAGE != 0) {
			ev.error(o, what + String.format(" X'%X' is not on a page boundary", v), "a multiple of 4K");
			return null;
		}
		return v;
	}
}
