// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import java.util.ArrayList;
import java.util.List;
import org.ccwbench.run.Costs;
import org.ccwbench.run.Outcome;
import org.ccwbench.vfio.Errno;

/** What several paths made of the same text, side by side. */
final class PathSummary {
	private record Row(String path, Outcome outcome) {}

	private final List<Row> rows = new ArrayList<>();

	void add(String path, Outcome outcome) {
		rows.add(new Row(path, outcome));
	}

	void print(Terminal t) {
		t.out.println(t.bold("Comparison"));
		t.out.printf("  %-12s %3s %12s %9s %9s %6s %6s %5s %7s %6s  %s%n", "path", "cc", "return code", "rewritten",
				"look-ups", "pins", "unpins", "peak", "copied", "calls", "as expected");
		for (Row r : rows) {
			Costs c = r.outcome.costs();
			boolean ok = r.outcome.asExpected();
			t.out.printf("  %-12s %3s %12s %9d %9d %6d %6d %5d %7d %6d  %s%n", r.path,
					r.outcome.conditionCode() < 0 ? "-" : "" + r.outcome.conditionCode(), Errno.text(r.outcome.returnCode()),
					c.rewrites(), c.lookUps(), c.pins(), c.unpins(), c.peakPins(), c.bytesCopied(), c.systemCalls(),
					ok ? t.good("yes") : t.bad("no"));
		}
	}
}
