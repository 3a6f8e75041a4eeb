// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.compare;

import org.ccwbench.arch.Explanation;
import org.ccwbench.run.CostFigure;
import org.ccwbench.run.Costs;
import org.ccwbench.run.Outcome;
import org.ccwbench.run.PinSpan;
import org.ccwbench.run.Session;
import org.ccwbench.run.StartOutcome;
import org.ccwbench.vfio.Errno;
import org.ccwbench.vfio.TranslationPath;

/**
 * What one path has to show beside others: what the run cost, what protected the host, what the guest saw.
 *
 * @param returnCode what the kernel answered, in words; null where there is no kernel to ask
 */
public record PathFigures(String path, Costs costs, PinSpan span, String protection, String returnCode, String guestSees,
		boolean asExpected) {
	/** @param session that has run, with a recording */
	public static PathFigures of(Session session) {
		String name = session.options().path();
		TranslationPath path = TranslationPath.named(name);
		Outcome o = session.outcome();
		return new PathFigures(name, o.costs(), PinSpan.of(session.recording()),
				path == null ? "no guest apart" : path.isolation().title(), path == null ? null : Errno.text(o.returnCode()),
				sees(o.last()), o.asExpected());
	}

	/** One of its figures; -1 where it cannot be told. */
	public long figure(CostFigure which) {
		return which.of(costs, span);
	}

	private static String sees(StartOutcome s) {
		Explanation e = s.explanation();
		return e == null ? s.started() : e.verdict();
	}
}
