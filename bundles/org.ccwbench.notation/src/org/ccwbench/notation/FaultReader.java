// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** FAULT: what goes wrong, and when. */
final class FaultReader {
	private static final int PAGE = 4096;
	private static final int PATHS = 0xFF;
	private static final int MOST = 1_000_000;
	private static final long LONGEST = 1_000_000_000L;
	private static final long HIGHEST = 1L << 62;
	/** Channel end, device end, unit check. */
	private static final int ENDED_CHECK = 0x0E;
	private static final int BUSY = 0x10;
	private static final long BUSY_MICROS = 1000;
	private static final int EFAULT = 14;
	private static final Map<FaultKind, Integer> CHECKS = Map.of(FaultKind.CDC, 0x08, FaultKind.CCC, 0x04, FaultKind.IFCC, 0x02,
			FaultKind.CHAIN, 0x01);

	private final Symbols symbols;
	private final Problems problems;
	private final List<Line> lines;
	private final List<FaultSpec> faults = new ArrayList<>();
	private Line line;
	private Evaluator ev;
	private FaultKind kind;
	private String deviceType;

	FaultReader(Symbols symbols, Problems problems, List<Line> lines) {
		this.symbols = symbols;
		this.problems = problems;
		this.lines = lines;
	}

	List<FaultSpec> read() {
		int devices = 0;
		int orbs = 0;
		long all = lines.stream().filter(l -> l.kind() == StatementKind.ORB).count();
		for (Line l : lines) {
			if (l.kind() == StatementKind.DEVICE) {
				devices++;
				deviceType = MachineReader.type(l);
			} else if (l.kind() == StatementKind.ORB) {
				orbs++;
			} else if (l.kind() == StatementKind.FAULT) {
				line = l;
				ev = new Evaluator(symbols, l, problems, false);
				fault(Math.max(devices - 1, 0), orbs);
				if (orbs > 0 && orbs == all && kind != null) {
					ev.warning(l.operands().get(0), "no ORB follows, so nothing can go wrong any more", "FAULT before its ORB");
				}
			}
		}
		return List.copyOf(faults);
	}

	private void fault(int device, int start) {
		Operand first = line.positional(0);
		kind = first == null ? null : FaultKind.of(first.text());
		if (kind == null) {
			return;
		}
		for (Operand o : line.operands()) {
			Keyword k = o.name() == null ? null : Keyword.find(StatementKind.FAULT, o.name());
			if (k != null && !kind.keywords().contains(k.name())) {
				ev.error(o, "FAULT " + kind + " has no keyword " + k.name(), kind.keywords().isEmpty() ? "nothing"
						: String.join("=, ", kind.keywords()) + "=");
				return;
			}
		}
		Failure what = failure();
		int command = (int) number("CMD", Names.commands(deviceType), 0, 255, -1);
		int nth = (int) number("NTH", Map.of(), 1, MOST, 1);
		int times = (int) number("TIMES", Map.of(), 1, MOST, kind.lasting() || lastsHere(what) ? Integer.MAX_VALUE : 1);
		if (what != null) {
			faults.add(new FaultSpec(what, device, start, command, nth, times, line.statement(), line.card().operands(),
					problems.line(line.card().operation.offset())));
		}
	}

	/** A spot on the medium stays bad. */
	private static boolean lastsHere(Failure what) {
		return what instanceof Failure.DataCheck d && d.ofRecord();
	}

	private Failure failure() {
		return switch (kind) {
			case NOTREADY -> new Failure.NotReady();
			case UNITCHECK -> unitCheck();
			case EQUIPMENT -> new Failure.EquipmentCheck();
			case DATACHECK -> dataCheck();
			case BUSY -> new Failure.Busy(micros(BUSY_MICROS), (int) number("UNIT", Names.unitStatus(), 0, 255, BUSY) | BUSY);
			case SLOW -> needed("MICROS") ? new Failure.Slow(micros(0)) : null;
			case NOCE -> new Failure.NoChannelEnd();
			case NOSTATUS -> new Failure.NoStatus();
			case NOPATH -> new Failure.NoPath((int) number("LPM", Map.of(), 0, PATHS, PATHS));
			case PATHLOST -> new Failure.PathLost((int) number("LPM", Map.of(), 0, PATHS, PATHS));
			case CDC, CCC, IFCC, CHAIN -> new Failure.ChannelCheck(CHECKS.get(kind));
			case GONE -> new Failure.Gone(word("AT"));
			case CC -> answer();
			case NOINT -> new Failure.InterruptionLost();
			case LATEINT -> needed("MICROS") ? new Failure.InterruptionLate(micros(0)) : null;
			case UNMAP, UNPLUG, PLUG, BALLOON -> ofStorage();
			case MEMLOCK -> needed("PAGES") ? new Failure.MemoryLocked(number("PAGES", Map.of(), 0, HIGHEST, 0)) : null;
			case NOPIN -> new Failure.PinFails((int) -number("RC", Names.errorNumbers(), -4095, -1, -EFAULT));
			case NONE -> new Failure.None();
		};
	}

	private Failure unitCheck() {
		Operand sense = line.keyword("SENSE");
		if (!needed("SENSE")) {
			return null;
		}
		byte[] bytes = new ExpectationReader(line, ev, problems).bytes(sense);
		if (bytes != null && (bytes.length == 0 || bytes.length > 32)) {
			ev.error(sense, "a device has at most 32 sense bytes, found " + bytes.length, "1 to 32 bytes");
			return null;
		}
		return bytes == null ? null
				: new Failure.UnitCheck(bytes, (int) number("UNIT", Names.unitStatus(), 0, 255, ENDED_CHECK) | 0x02);
	}

	private Failure dataCheck() {
		Operand o = line.keyword("RECORD");
		if (o == null) {
			return new Failure.DataCheck(-1, -1, -1);
		}
		List<Operand> parts = o.parts();
		if (parts.size() != 3) {
			ev.error(o, "a record has a cylinder, a head and a number", "RECORD=(cylinder,head,record)");
			return null;
		}
		Long c = ev.between(parts.get(0), Map.of(), 0, 0xFFFFFFF, "the cylinder");
		Long h = ev.between(parts.get(1), Map.of(), 0, 0xFFFF, "the head");
		Long r = ev.between(parts.get(2), Map.of(), 0, 255, "the record number");
		return c == null || h == null || r == null ? null : new Failure.DataCheck((int) (long) c, (int) (long) h, (int) (long) r);
	}

	private Failure answer() {
		Operand of = line.keyword("OF");
		if (!needed("OF") || !needed("CC")) {
			return null;
		}
		String name = word("OF");
		List<String> known = Keyword.find(StatementKind.FAULT, "OF").choices();
		if (!known.contains(name)) {
			ev.error(of, "'" + Syntax.clip(name) + "' is no I/O instruction of a subchannel" + Suggest.didYouMean(name, known),
					String.join(", ", known));
			return null;
		}
		return new Failure.Answer(name, (int) number("CC", Map.of(), 1, 3, 3));
	}

	private Failure ofStorage() {
		Operand area = line.keyword("AREA");
		if (!needed("AREA")) {
			return null;
		}
		List<Operand> parts = area.parts();
		if (parts.size() != 2) {
			ev.error(area, "an area has an address and a length", "AREA=(guest,length)");
			return null;
		}
		Long a = page(parts.get(0), "the IOVA");
		Long n = page(parts.get(1), "the length");
		if (a == null || n == null || n == 0) {
			return null;
		}
		String stage = word("AT");
		return switch (kind) {
			case UNPLUG -> new Failure.Unplugged(a, n, stage);
			case PLUG -> new Failure.Plugged(a, n, stage);
			case BALLOON -> new Failure.Ballooned(a, n, stage);
			default -> new Failure.Unmapped(a, n, stage);
		};
	}

	private Long page(Operand o, String what) {
		Long v = ev.between(o, Map.of(), 0, HIGHEST, what);
		if (v != null && v % PAGE != 0) {
			ev.error(o, what + String.format(" X'%X' is not on a page boundary", v), "a multiple of 4K");
			return null;
		}
		return v;
	}

	private boolean needed(String keyword) {
		boolean there = line.keyword(keyword) != null;
		if (!there) {
			Card.Span op = line.card().operation;
			problems.error(op.offset(), op.length(), "FAULT " + kind + " without " + keyword + "=",
					"FAULT " + kind + "," + String.join("=..,", kind.keywords()) + "=..");
		}
		return there;
	}

	private long micros(long otherwise) {
		return number("MICROS", Map.of(), 1, LONGEST, otherwise);
	}

	private String word(String keyword) {
		Operand o = line.keyword(keyword);
		return o == null ? null : MachineReader.text(o).toUpperCase(Locale.ROOT);
	}

	/** The value of a keyword; {@code otherwise} if it is not given or wrong, which has been reported. */
	private long number(String keyword, Map<String, Integer> names, long least, long most, long otherwise) {
		Operand o = line.keyword(keyword);
		Long v = o == null ? null : ev.between(o, names, least, most, keyword);
		return v == null ? otherwise : v;
	}
}
