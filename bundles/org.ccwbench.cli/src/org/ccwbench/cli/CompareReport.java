// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** Figures of several paths as a table, a row a figure and a column a path, or as JSON. */
final class CompareReport {
	private record Row(String title, Function<PathFigures, Object> figure) {}

	private static final List<Row> ROWS = List.of(
			new Row("program rewritten", f -> f.costs().rewrites()),
			new Row("address look-ups", f -> f.costs().lookUps()),
			new Row("pins", f -> f.costs().pins()),
			new Row("unpins", f -> f.costs().unpins()),
			new Row("pages pinned at most", f -> f.costs().peakPages()),
			new Row("pinned during, events", f -> f.span().held()),
			new Row("pinned during, µs", f -> f.costs().pinnedMicros()),
			new Row("bytes copied", f -> f.costs().bytesCopied()),
			new Row("system calls", f -> f.costs().systemCalls()),
			new Row("the kernel answers", f -> f.returnCode() == null ? "-" : f.returnCode()),
			new Row("as expected", f -> f.asExpected() ? "yes" : "no"));
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
		for (Row row : ROWS) {
			StringBuilder line = new StringBuilder(String.format("%-" + TITLE + "s", row.title));
			for (PathFigures f : all) {
				line.append(String.format("%" + COLUMN + "s", row.figure.apply(f)));
			}
			out.println(line);
		}
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

	void json(PrintStream out) throws IOException {
		JsonWriter json = new JsonWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
		json.setIndent("  ");
		json.setHtmlSafe(false);
		json.beginObject().name("file").value(file).name("asExpected").value(all.stream().allMatch(PathFigures::asExpected));
		json.name("paths").beginArray();
		for (PathFigures f : all) {
			json.beginObject().name("path").value(f.path()).name("rewrites").value(f.costs().rewrites())
					.name("lookUps").value(f.costs().lookUps()).name("pins").value(f.costs().pins())
					.name("unpins").value(f.costs().unpins()).name("peakPages").value(f.costs().peakPages())
					.name("pinnedEvents").value(f.span().held()).name("pinnedMicros").value(f.costs().pinnedMicros())
					.name("pinMicros").value(f.costs().pinMicros()).name("bytesCopied").value(f.costs().bytesCopied())
					.name("systemCalls").value(f.costs().systemCalls()).name("protection").value(f.protection())
					.name("returnCode").value(f.returnCode()).name("guestSees").value(f.guestSees())
					.name("asExpected").value(f.asExpected()).endObject();
		}
		json.endArray().endObject();
		json.flush();
		out.println();
	}
}
