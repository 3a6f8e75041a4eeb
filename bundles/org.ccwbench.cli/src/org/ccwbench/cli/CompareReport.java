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
import java.util.Set;
import java.util.function.Function;
import org.ccwbench.run.CostFigure;
import org.ccwbench.run.Costs;
import org.ccwbench.run.PinSpan;

/** Figures of several paths as a table, a row a figure and a column a path, or as JSON. */
final class CompareReport {
	/** Figures that say little beside others are left to JSON. */
	private static final Set<CostFigure> SHOWN = EnumSet.complementOf(
			EnumSet.of(CostFigure.CCWS_TRANSLATED, CostFigure.PEAK_PINS, CostFigure.PIN_MICROS));
	private static final int TITLE = 23;
	private static final int COLUMN = 12;

	private final String file;
	private final List<PathFigures> all;

	CompareReport(String file, List<PathFigures> all) {
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
		SHOWN.forEach(c -> row(out, c.title(), f -> c.of(f.costs(), f.span())));
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
		json.endArray().endObject();
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
