// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.ccwbench.arch.Explanation;
import org.ccwbench.run.CostFigure;
import org.ccwbench.run.PinSpan;
import org.ccwbench.run.Session;
import org.ccwbench.run.StageState;
import org.ccwbench.run.StartOutcome;
import org.ccwbench.vfio.Errno;

/**
 * Two sessions of the same text, run along different paths, under different drivers or with different faults: the
 * first thing in which they differ, and all. Their histories stand where they stood before.
 */
public final class Comparison {
	private final List<Difference> differences = new ArrayList<>();
	private final Session left;
	private final Session right;

	private Comparison(Session left, Session right) {
		this.left = left;
		this.right = right;
	}

	/** @throws IllegalArgumentException if one has not run or has no recording */
	public static Comparison of(Session left, Session right) {
		if (left.history() == null || right.history() == null) {
			throw new IllegalArgumentException("sessions are compared that have run and were recorded");
		}
		Comparison c = new Comparison(left, right);
		// Of a real host's kernel and channel only the results are known.
		boolean seen = left.outcome().costs().known() && right.outcome().costs().known();
		Difference course = seen ? Course.parting(left, right) : null;
		if (course != null) {
			c.differences.add(course);
		}
		int starts = Math.max(left.outcome().starts().size(), right.outcome().starts().size());
		for (int i = 0; i < starts; i++) {
			c.start(i);
		}
		c.differences.addAll(StorageDifferences.of(left, right));
		for (int i = 0; i < starts && seen; i++) {
			c.stages(i);
		}
		if (seen) {
			c.costs();
		}
		return c;
	}

	/** Where the courses of the two part, or else the first of the others; null if nothing differs. */
	public Difference first() {
		return differences.isEmpty() ? null : differences.get(0);
	}

	/** All: course, status, IRB, storage, stages, costs, in this order; costs of the same path differ too if faults do. */
	public List<Difference> all() {
		return List.copyOf(differences);
	}

	/** Those of one kind. */
	public List<Difference> all(Difference.Kind kind) {
		return differences.stream().filter(d -> d.kind() == kind).toList();
	}

	/** Whether the guest could not tell one from the other: they differ in stages and costs at most. */
	public boolean sameForTheGuest() {
		return differences.stream().allMatch(d -> d.kind() == Difference.Kind.STAGE || d.kind() == Difference.Kind.COST);
	}

	private void start(int i) {
		StartOutcome l = of(left, i);
		StartOutcome r = of(right, i);
		if (l == null || r == null) {
			add(Difference.Kind.STATUS, "start function", l == null ? "not begun" : "begun", r == null ? "not begun" : "begun", i);
			return;
		}
		add(Difference.Kind.STATUS, "condition code", code(l), code(r), i);
		add(Difference.Kind.STATUS, "return code", Errno.text(l.returnCode()), Errno.text(r.returnCode()), i);
		add(Difference.Kind.STATUS, "ending", word(l.ending()), word(r.ending()), i);
		add(Difference.Kind.STATUS, "interruptions", l.delivered().irbs().size(), r.delivered().irbs().size(), i);
		if (l.explanation() == null || r.explanation() == null) {
			add(Difference.Kind.IRB, "IRB", l.explanation() == null ? "none" : "there", r.explanation() == null ? "none" : "there", i);
		} else {
			fields(l.explanation(), r.explanation(), "", i);
		}
	}

	private void fields(Explanation l, Explanation r, String prefix, int start) {
		for (Explanation.Row row : l.rows()) {
			Explanation.Row other = r.rows().stream().filter(x -> x.name().equals(row.name())).findFirst().orElse(null);
			String name = row.name().startsWith(prefix) ? row.name() : prefix + row.name();
			if (other == null) {
				add(Difference.Kind.IRB, name, row.raw(), "not there", start);
			} else if (row.nested() != null && other.nested() != null) {
				fields(row.nested(), other.nested(), prefix + row.name() + ".", start);
			} else if (row.nested() == null && !row.raw().equals(other.raw())) {
				add(Difference.Kind.IRB, name, row.raw(), other.raw(), start);
			}
		}
	}

	private void stages(int start) {
		List<StageState> ls = states(left, start);
		List<StageState> rs = states(right, start);
		for (StageState l : ls) {
			StageState r = same(rs, l);
			if (r != null && !told(l).equals(told(r)) || r == null && l.result() < 0) {
				differences.add(Difference.of(Difference.Kind.STAGE, l.stage().id() + " " + l.stage().title(), told(l),
						r == null ? "not there" : told(r), start, l.begun(), r == null ? -1 : r.begun()));
			}
		}
		for (StageState r : rs) {
			if (r.result() < 0 && same(ls, r) == null) {
				differences.add(Difference.of(Difference.Kind.STAGE, r.stage().id() + " " + r.stage().title(), "not there", told(r),
						start, -1, r.begun()));
			}
		}
	}

	private static StageState same(List<StageState> in, StageState as) {
		return in.stream().filter(s -> s.stage().id().equals(as.stage().id()) && s.stage().title().equals(as.stage().title()))
				.findFirst().orElse(null);
	}

	private static String told(StageState s) {
		return s.result() < 0 ? word(s.progress()) + ", " + Errno.text(s.result()) : word(s.progress());
	}

	private static List<StageState> states(Session s, int start) {
		long at = s.history().position();
		s.history().seek(s.history().startEnd(start));
		List<StageState> states = s.history().currentStart() == start ? s.history().stages() : List.of();
		s.history().seek(at);
		return states;
	}

	private void costs() {
		PinSpan l = PinSpan.of(left.recording());
		PinSpan r = PinSpan.of(right.recording());
		for (CostFigure f : CostFigure.values()) {
			add(Difference.Kind.COST, f.title(), f.of(left.outcome().costs(), l), f.of(right.outcome().costs(), r), -1);
		}
	}

	private void add(Difference.Kind kind, String what, Object l, Object r, int start) {
		if (!Objects.equals(l, r)) {
			differences.add(Difference.of(kind, what, l, r, start, -1, -1));
		}
	}

	private static StartOutcome of(Session s, int i) {
		return i < s.outcome().starts().size() ? s.outcome().starts().get(i) : null;
	}

	private static String code(StartOutcome s) {
		return s.programInterruption() != 0 ? String.format("program interruption %04X", s.programInterruption())
				: s.conditionCode() < 0 ? "none" : "" + s.conditionCode();
	}

	private static String word(Enum<?> e) {
		return e.name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}
}
