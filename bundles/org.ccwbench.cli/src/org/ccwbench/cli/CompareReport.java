// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.ccwbench.run.CostFigure;
import org.ccwbench.run.Costs;
import org.ccwbench.run.PinSpan;
import org.ccwbench.run.compare.FaultTrials;
import org.ccwbench.run.compare.PathFigures;

/** Figures of several paths as a table, a row a figure and a column a path, or as JSON. */
final class CompareReport {
	/** Figures that say little beside others are left to JSON. */
	private static final Set<CostFigure> SHOWN = EnumSet.complementOf(
			EnumSet.of(CostFigure.CCWS_TRANSLATED, CostFigure.PEAK_PINS, CostFigure.PIN_MICROS));
	private static final int TITLE = 23;
	private static final int COLUMN = 12;
	private static final int FAULT = 36;
	private static final int SEEN = 12;

	private final String file;
	private final List<PathFigures> all;
	private final List<FaultTrials.Trial> trials;

	/** @param trials what went wrong with it besides; empty if nobody asked */
	CompareReport(String file, List<PathFigures> all, List<FaultTrials.Trial> trials) {
		this.trials = trials;
		this.file = file;
		this.all = all;
	}

	void text(Terminal t) {
		PrintStream out = t.out;
		out.println(t.bold(file + ", " + all.size() + (all.size() == 1 ? " path" : " paths")));
		StringBuilder head = new StringBuilder(" ".repeat(TITLE));
		for (PathFigures f : all) {
			head.append(String.format("%" + COLUMN + "s", f.path()));
		}
		out.println(head);
		SHOWN.forEach(c -> row(out, c.title(), f -> f.figure(c)));
		row(out, "the kernel answers", f -> f.returnCode() == null ? "-" : f.returnCode());
		row(out, "as expected", f -> f.asExpected() ? "yes" : "no");
		out.println();
		out.println(t.bold("What protects the host's storage"));
		for (PathFigures f : all) {
			out.printf("  %-12s %s%n", f.path(), f.protection());
		}
		out.println();
		out.println(t.bold("What the guest sees"));
		for (PathFigures f : all) {
			out.printf("  %-12s %s%n", f.path(), f.guestSees());
		}
		if (!trials.isEmpty()) {
			faults(t);
		}
	}

	private void faults(Terminal t) {
		t.out.println();
		t.out.println(t.bold("What if"));
		StringBuilder head = new StringBuilder(" ".repeat(FAULT));
		all.forEach(f -> head.append(String.format(" %-" + SEEN + "s", f.path())));
		t.out.println(head.toString().stripTrailing());
		for (FaultTrials.Trial trial : trials) {
			StringBuilder line = new StringBuilder(String.format("%-" + FAULT + "s", trial.meaning()));
			for (PathFigures f : all) {
				line.append(String.format(" %-" + SEEN + "s", trial.results().get(f.path()).seen()));
			}
			t.out.println(line.toString().stripTrailing());
		}
		long leaked = trials.stream().flatMap(x -> x.results().values().stream()).mapToLong(FaultTrials.Result::leaked).sum();
		t.out.println(leaked == 0 ? "No page stayed pinned in any of these " + trials.size() * all.size() + " runs."
				: t.bad(leaked + " pages stayed pinned."));
	}

	private void row(PrintStream out, String title, Function<PathFigures, Object> figure) {
		StringBuilder line = new StringBuilder(String.format("%-" + TITLE + "s", title));
		for (PathFigures f : all) {
			line.append(String.format("%" + COLUMN + "s", figure.apply(f)));
		}
		out.println(line);
	}

	void json(PrintStream out) throws IOException {
		JsonWriter json = new JsonWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
		json.setIndent("  ");
		json.setHtmlSafe(false);
		json.beginObject().name("file").value(file).name("asExpected").value(all.stream().allMatch(PathFigures::asExpected));
		json.name("paths").beginArray();
		for (PathFigures f : all) {
			json.beginObject().name("path").value(f.path());
			costs(json, f.costs(), f.span());
			json.name("protection").value(f.protection()).name("returnCode").value(f.returnCode())
					.name("guestSees").value(f.guestSees()).name("asExpected").value(f.asExpected()).endObject();
		}
		json.endArray();
		if (!trials.isEmpty()) {
			json.name("faults").beginArray();
			for (FaultTrials.Trial t : trials) {
				json.beginObject().name("fault").value(t.fault()).name("meaning").value(t.meaning()).name("paths").beginObject();
				for (Map.Entry<String, FaultTrials.Result> r : t.results().entrySet()) {
					json.name(r.getKey()).beginObject().name("same").value(r.getValue().same()).name("seen").value(r.getValue().seen())
							.name("leaked").value(r.getValue().leaked()).endObject();
				}
				json.endObject().endObject();
			}
			json.endArray();
		}
		json.endObject();
		json.flush();
		out.println();
	}

	/** The members that a run's report has too. */
	static void costs(JsonWriter json, Costs costs, PinSpan span) throws IOException {
		for (CostFigure c : CostFigure.values()) {
			long n = c.of(costs, span);
			json.name(c.key()).value(n < 0 ? null : n);
		}
	}
}
