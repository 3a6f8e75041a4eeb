// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ccwbench.arch.Ebcdic;

/**
 * One way through the text with the location counter. With an image builder it stores bytes and reports;
 * without one it only finds out where the labels lie, and keeps silent.
 *
 * <p>All control sections share one counter, which begins at X'2000', after the prefix area.
 */
final class Pass {
	/** Where the location counter begins. */
	static final long ORIGIN = 0x2000;
	private static final long HIGHEST = 1L << 62;

	private final Symbols symbols;
	private final Problems problems;
	private final ImageBuilder image;
	private final Map<String, Long> layouts = new HashMap<>();
	private final Map<String, Boolean> sections = new HashMap<>();
	private long at = ORIGIN;
	private long top = ORIGIN;
	private long mainAt;
	private long mainTop;
	/** Name of the DSECT that is open; null in a control section. */
	private String layout;
	private String deviceType;
	private Ebcdic page = Ebcdic.IBM1047;
	private boolean incomplete;

	/** Silent if {@code image} is null. */
	Pass(Symbols symbols, Problems problems, ImageBuilder image, String deviceType) {
		this.symbols = symbols;
		this.problems = problems;
		this.image = image;
		this.deviceType = deviceType;
	}

	/** Goes through all lines; true if a value was wanted before it was known. */
	boolean run(List<Line> lines) {
		for (Line line : lines) {
			Evaluator ev = new Evaluator(symbols, line, problems, image == null);
			ev.here(at);
			line(line, ev);
			incomplete |= ev.isMissing();
		}
		return incomplete;
	}

	private void line(Line line, Evaluator ev) {
		switch (line.kind()) {
			case DEVICE -> deviceType = MachineReader.type(line);
			case CODEPAGE -> page = codepage(line, ev);
			case CCW, CCW1 -> ccw(line, ev);
			case IDAL -> idal(line, ev);
			case MIDAL -> midal(line, ev);
			case DC -> constants(line, ev, false);
			case DS -> constants(line, ev, true);
			case EQU -> equ(line, ev);
			case ORG -> org(line, ev);
			case START -> start(line, ev);
			case SECTION -> section(line);
			case DSECT -> layout(line);
			case ORB -> {
				Operand place = line.keyword("AT");
				symbols.set(line, place == null ? null : ev.value(place), 12);
			}
			default -> {
				// says nothing about places
			}
		}
	}

	private Ebcdic codepage(Line line, Evaluator ev) {
		Operand o = line.operands().isEmpty() ? null : line.operands().get(0);
		String name = o == null ? "" : o.text();
		if (!name.equals("1047") && !name.equals("037") && !name.equals("37") && o != null) {
			ev.error(o, "code page " + Syntax.clip(name) + " is not known", "1047 or 037");
		}
		return name.equals("037") || name.equals("37") ? Ebcdic.IBM037 : Ebcdic.IBM1047;
	}

	private void ccw(Line line, Evaluator ev) {
		align(8, line);
		ev.here(at);
		ev.length(8);
		symbols.set(line, at, 8);
		if (stores()) {
			Operand last = line.operands().isEmpty() ? null : line.operands().get(line.operands().size() - 1);
			byte[] b = new ListEncoder(ev).ccw(line, deviceType);
			image.store(line, 0, 0, last == null ? 0 : last.end(), at, b);
		}
		advance(8, line);
	}

	private void idal(Line line, Evaluator ev) {
		ListEncoder encoder = new ListEncoder(ev);
		int size = encoder.wordSize(line);
		align(size, line);
		ev.here(at);
		ev.length(size);
		symbols.set(line, at, size);
		List<ListEncoder.Item> words = encoder.idal(line);
		items(line, words, size);
	}

	private void midal(Line line, Evaluator ev) {
		align(16, line);
		ev.here(at);
		ev.length(16);
		symbols.set(line, at, 16);
		items(line, new ListEncoder(ev).midal(line, stores()), 16);
	}

	private void items(Line line, List<ListEncoder.Item> items, int size) {
		if (stores() && image.hasRoomFor((long) items.size() * size)) {
			for (int i = 0; i < items.size(); i++) {
				ListEncoder.Item item = items.get(i);
				image.store(line, i, item.operand().nameAt(), item.operand().end(), at + (long) i * size, item.bytes());
			}
		}
		advance((long) items.size() * size, line);
	}

	private void constants(Line line, Evaluator ev, boolean reserve) {
		boolean first = true;
		for (int i = 0; i < line.operands().size(); i++) {
			Operand o = line.operands().get(i);
			DataConstant c = ConstantReader.read(o, line.card(), problems, reserve);
			if (c == null) {
				continue;
			}
			align(c.alignment(), line);
			ev.here(at);
			int length = c.lengthOf(c.values().get(0), ev);
			ev.length(length);
			if (first) {
				symbols.set(line, at, length);
				first = false;
			}
			constant(line, i, c, ev, reserve);
		}
		if (first) {
			symbols.set(line, at, 1);
		}
	}

	private void constant(Line line, int part, DataConstant c, Evaluator ev, boolean reserve) {
		Long times = c.times(ev);
		long round = c.round(ev);
		long n = times == null ? 0 : times;
		if (round > 0 && n > Limits.RESERVE / round) {
			ev.error(c.operand(), "takes more room than can be left", "at most X'" + Long.toHexString(Limits.RESERVE) + "' bytes");
			n = 0;
		}
		long size = n * round;
		Operand o = c.operand();
		if (stores() && reserve) {
			image.reserve(line, part, o.at(), o.end(), at, size);
		} else if (stores() && size > 0) {
			if (image.hasRoomFor(size)) {
				image.store(line, part, o.at(), o.end(), at, bytes(c, ev, (int) n, (int) size));
			} else {
				ev.error(o, "the text puts too many bytes into storage", "at most " + (Limits.BYTES >> 20) + "M in all");
			}
		} else if (stores()) {
			image.store(line, part, o.at(), o.end(), at, new byte[0]);
		}
		advance(size, line);
	}

	private byte[] bytes(DataConstant c, Evaluator ev, int times, int size) {
		ConstantEncoder encoder = new ConstantEncoder(ev, page);
		byte[] out = new byte[size];
		byte[] once = encoder.round(c, at);
		for (int i = 0; i < times; i++) {
			if (i > 0 && c.isAddress()) {
				once = encoder.round(c, at + (long) i * once.length);
			}
			System.arraycopy(once, 0, out, i * once.length, once.length);
		}
		return out;
	}

	private void equ(Line line, Evaluator ev) {
		Operand value = line.positional(0);
		Operand length = line.positional(1);
		Long n = length == null ? null : ev.between(length, Map.of(), 0, 65535, "the length attribute");
		if (value == null) {
			return;
		}
		Expression e = ev.read(value);
		int own = e instanceof Expression.Name name && symbols.find(name.name()) != null
				? symbols.find(name.name()).length : 1;
		symbols.set(line, ev.value(e), n == null ? own : (int) (long) n);
	}

	private void org(Line line, Evaluator ev) {
		symbols.set(line, at, 1);
		if (line.positional(0) == null) {
			at = top;
			return;
		}
		Long to = ev.value(line.positional(0));
		if (to != null && (to < 0 || to > HIGHEST)) {
			ev.error(line.positional(0), String.format("X'%X' is no address", to), "0 to X'3FFFFFFFFFFFFFFF'");
		} else if (to != null) {
			at = to;
			top = Math.max(top, at);
		}
	}

	private void start(Line line, Evaluator ev) {
		Operand o = line.positional(0);
		Long to = o == null ? null : ev.value(o);
		if (to != null && to >= 0 && to <= HIGHEST) {
			at = to + 7 & -8;
			top = at;
		}
		section(line);
	}

	private void section(Line line) {
		if (layout != null) {
			layouts.put(layout, at);
			at = mainAt;
			top = mainTop;
			layout = null;
		}
		if (sections.putIfAbsent(name(line), true) == null) {
			align(8, line);
		}
		symbols.set(line, at, 1);
	}

	private void layout(Line line) {
		if (layout == null) {
			mainAt = at;
			mainTop = top;
		} else {
			layouts.put(layout, at);
		}
		layout = name(line);
		at = layouts.getOrDefault(layout, 0L);
		top = at;
		symbols.set(line, at, 1);
	}

	private static String name(Line line) {
		String label = line.card().label();
		return label == null ? "" : label.toUpperCase(Locale.ROOT);
	}

	private boolean stores() {
		return image != null && layout == null;
	}

	private void align(int boundary, Line line) {
		advance(-at & boundary - 1, line);
	}

	private void advance(long bytes, Line line) {
		if (at > HIGHEST - bytes) {
			if (image != null) {
				problems.error(line.card().begin, 1, "runs off the end of storage", "");
			}
			return;
		}
		at += bytes;
		top = Math.max(top, at);
	}
}
