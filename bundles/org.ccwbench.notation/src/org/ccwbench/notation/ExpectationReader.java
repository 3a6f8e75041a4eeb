// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ccwbench.arch.Ebcdic;

/** Reads the operands of one EXPECT. */
final class ExpectationReader {
	private static final int LONGEST = 1 << 20;

	private final Line line;
	private final Evaluator ev;
	private final Problems problems;

	ExpectationReader(Line line, Evaluator ev, Problems problems) {
		this.line = line;
		this.ev = ev;
		this.problems = problems;
	}

	List<Expectation> read() {
		List<String> paths = paths();
		List<Expectation> list = new ArrayList<>();
		for (int i = 0; i < line.operands().size(); i++) {
			Operand o = line.operands().get(i);
			Operand next = i + 1 < line.operands().size() ? line.operands().get(i + 1) : null;
			Expected e = o.name() == null ? null : expected(o, next != null && next.name() == null ? next : null);
			if (e != null) {
				list.add(new Expectation(e, paths, line.statement(), o.name() + "=" + o.text(),
						problems.line(line.card().offset(o.nameAt()))));
			}
		}
		return list;
	}

	private List<String> paths() {
		Operand o = line.keyword("PATH");
		if (o == null) {
			return List.of();
		}
		List<String> known = Keyword.find(StatementKind.EXPECT, "PATH").choices();
		List<String> paths = new ArrayList<>();
		for (Operand p : o.parts()) {
			String name = MachineReader.text(p).toLowerCase(Locale.ROOT);
			if (!known.contains(name)) {
				ev.warning(p, "path " + Syntax.clip(name) + " is not one of the usual" + Suggest.didYouMean(name, known),
						String.join(", ", known));
			}
			paths.add(name);
		}
		return List.copyOf(paths);
	}

	private Expected expected(Operand o, Operand next) {
		return switch (o.name().toUpperCase(Locale.ROOT)) {
			case "CC" -> number(o, Map.of(), 0, 3) instanceof Integer n ? new Expected.ConditionCode(n) : null;
			case "DCC" -> number(o, Map.of(), 0, 3) instanceof Integer n ? new Expected.DeferredCode(n) : null;
			case "UNIT" -> number(o, Names.unitStatus(), 0, 255) instanceof Integer n ? new Expected.DeviceStatus(n) : null;
			case "CHAN" -> number(o, Names.channelStatus(), 0, 255) instanceof Integer n ? new Expected.SubchannelStatus(n) : null;
			case "COUNT" -> number(o, Map.of(), 0, 65535) instanceof Integer n ? new Expected.ResidualCount(n) : null;
			case "PINS" -> number(o, Map.of(), 0, Integer.MAX_VALUE) instanceof Integer n ? new Expected.Pins(n) : null;
			case "RC" -> number(o, Names.errorNumbers(), -4095, 0) instanceof Integer n ? new Expected.ReturnCode(n) : null;
			case "IRB" -> Syntax.flag(o.text()) instanceof Boolean came ? new Expected.Interruption(came) : null;
			case "CPA" -> {
				Long v = ev.between(o, Map.of(), 0, 0xFFFFFFFFL, "CPA");
				yield v == null ? null : new Expected.ProgramAddress(v);
			}
			case "SENSE" -> bytes(o) instanceof byte[] b ? new Expected.SenseData(b) : null;
			case "SCSW" -> bytes(o) instanceof byte[] b ? scsw(o, b) : null;
			case "DATA" -> content(o, next);
			default -> null;
		};
	}

	private Integer number(Operand o, Map<String, Integer> names, long least, long most) {
		Long v = ev.between(o, names, least, most, o.name().toUpperCase(Locale.ROOT));
		return v == null ? null : Integer.valueOf((int) (long) v);
	}

	private Expected scsw(Operand o, byte[] b) {
		if (b.length != 12) {
			ev.error(o, "an SCSW has 12 bytes, found " + b.length, "X'..' with 24 digits");
			return null;
		}
		return new Expected.StatusWord(b);
	}

	private Expected content(Operand o, Operand next) {
		List<Operand> parts = o.parts();
		Operand constant = parts.size() > 1 ? parts.get(1) : next;
		Long address = ev.value(parts.get(0));
		if (constant == null) {
			ev.error(o, "DATA says where and not what", "DATA=(address,C'..') or DATA=(address,X'..')");
			return null;
		}
		byte[] b = bytes(constant);
		return address == null || b == null ? null : new Expected.Content(address, b);
	}

	/** The bytes of a constant; null if it is wrong, which has been reported. */
	byte[] bytes(Operand o) {
		DataConstant c = ConstantReader.read(o, line.card(), problems, false);
		if (c == null) {
			return null;
		}
		Long times = c.times(ev);
		long round = c.round(ev);
		long size = times == null ? 0 : times > LONGEST ? LONGEST + 1L : times * round;
		if (size > LONGEST) {
			ev.error(o, "too long to be compared", "at most " + LONGEST + " bytes");
			return null;
		}
		byte[] once = new ConstantEncoder(ev, Ebcdic.IBM1047).round(c, 0);
		byte[] out = new byte[(int) size];
		for (int i = 0; i + once.length <= out.length && once.length > 0; i += once.length) {
			System.arraycopy(once, 0, out, i, once.length);
		}
		return out;
	}
}
