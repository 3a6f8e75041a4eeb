// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ccwbench.notation.Finding;
import org.ccwbench.notation.Problem;
import org.ccwbench.notation.Review;
import org.ccwbench.notation.Severity;
import org.ccwbench.notation.SourceMap;
import org.ccwbench.notation.Start;
import org.ccwbench.run.Rehearsal;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Runs the text of an editor on every path when nobody has typed for a while, and finds what is refused there. */
final class Rehearsals extends Job {
	private static final int AFTER_MILLIS = 900;
	/** Of all texts together. */
	private static final long KEPT_CHARACTERS = 2L << 20;
	/** What was found in texts lately; markers of a file that is saved want it again. */
	private static final Map<String, List<Finding>> KNOWN = Collections.synchronizedMap(new LinkedHashMap<>());
	private final Checked checked;
	private final Runnable found;
	private volatile Path file;

	/** @param found called when there are findings for the state that {@code checked} holds */
	Rehearsals(Checked checked, Runnable found) {
		super("Try the program on every path");
		this.checked = checked;
		this.found = found;
		setSystem(true);
		setPriority(DECORATE);
		checked.addListener(this::later);
	}

	/** Where names of device images are looked up from. */
	void file(Path path) {
		file = path;
	}

	/** What is known of a text; empty if it was not tried. */
	static List<Finding> of(String text) {
		return KNOWN.getOrDefault(text, List.of());
	}

	/** The one that was put in last stays, however long it is. */
	private static void keep(String text, List<Finding> findings) {
		synchronized (KNOWN) {
			KNOWN.put(text, findings);
			long characters = KNOWN.keySet().stream().mapToLong(String::length).sum();
			for (var i = KNOWN.keySet().iterator(); characters > KEPT_CHARACTERS && KNOWN.size() > 1;) {
				characters -= i.next().length();
				i.remove();
			}
		}
	}

	private void later() {
		Checked.State state = checked.state();
		if (state.good() && !KNOWN.containsKey(state.text())) {
			cancel();
			schedule(AFTER_MILLIS);
		}
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		Checked.State state = checked.state();
		Path where = file;
		if (where != null && state != null && state.good() && !KNOWN.containsKey(state.text())) {
			List<Rehearsal.Refusal> refusals = Rehearsal.of(where, state.image(), () -> monitor.isCanceled() || checked.state() != state);
			if (!monitor.isCanceled() && checked.state() == state) {
				keep(state.text(), refusals.stream().map(r -> finding(state, r)).toList());
				found.run();
			}
		}
		return Status.OK_STATUS;
	}

	private static Finding finding(Checked.State state, Rehearsal.Refusal r) {
		Optional<SourceMap.Piece> ccw = r.ccw() < 0 ? Optional.empty() : state.image().sources().at(r.ccw());
		String who = r.paths().contains("direct") ? "" : "On the path" + (r.paths().size() > 1 ? "s " : " ") + String.join(", ", r.paths()) + ": ";
		String file = state.document().getName();
		if (ccw.isPresent()) {
			SourceMap.Piece p = ccw.get();
			List<org.ccwbench.notation.Fix> fixes = r.why().toLowerCase(java.util.Locale.ROOT).contains("incorrect length")
					? new ArrayList<>(Review.assists(state.document(), state.image(), p.offset())).stream().filter(f -> f.title().contains("SLI")).toList() : List.of();
			return new Finding(new Problem(Severity.WARNING, file, p.line(), 1, p.offset(), Math.max(1, p.textLength()), who + r.why(), ""), fixes);
		}
		List<Start> starts = state.image().starts();
		var statement = r.start() < starts.size() ? starts.get(r.start()).statement() : null;
		int index = statement == null ? 0 : state.document().getStatements().indexOf(statement);
		int offset = state.edits().offset(index);
		int line = (int) state.text().substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
		String source = state.document().getStatements().get(index).getSource();
		int blanks = source.length() - source.stripLeading().length();
		return new Finding(new Problem(Severity.WARNING, file, line, blanks + 1, offset + blanks, Math.max(1, source.strip().lines().findFirst().orElse("x").length()), who + r.why(), ""), List.of());
	}
}
