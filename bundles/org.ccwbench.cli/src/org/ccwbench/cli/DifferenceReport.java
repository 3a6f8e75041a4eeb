// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.ccwbench.run.compare.Comparison;
import org.ccwbench.run.compare.Difference;

/** Two runs of the same text on two backends: the first thing in which they differ, and all. */
final class DifferenceReport {
	private static final int LONGEST = 120;

	private final String file;
	private final String left;
	private final String right;
	private final Comparison comparison;

	DifferenceReport(String file, String left, String right, Comparison comparison) {
		this.file = file;
		this.left = left;
		this.right = right;
		this.comparison = comparison;
	}

	void text(Terminal t) {
		t.out.println(t.bold(file + ": " + left + " and " + right));
		Difference first = comparison.first();
		if (first == null) {
			t.out.println(t.good("No difference."));
			return;
		}
		t.out.println("First difference: " + line(first));
		t.out.println();
		t.out.println(t.bold("All differences") + " (" + comparison.all().size() + ")");
		for (Difference d : comparison.all()) {
			t.out.printf("  %-8s %s%n", d.kind().title(), d.what() + (d.start() < 0 ? "" : ", start function " + (d.start() + 1)));
			t.out.printf("           %-24s %s%n", left, shorten(d.left()));
			t.out.printf("           %-24s %s%n", right, shorten(d.right()));
		}
		t.out.println(comparison.sameForTheGuest() ? t.good("The guest sees the same.") : t.bad("The guest sees a difference."));
	}

	private String line(Difference d) {
		return d.what() + ": " + shorten(d.left()) + " on " + left + ", " + shorten(d.right()) + " on " + right;
	}

	private static String shorten(String s) {
		return s == null ? "-" : s.length() <= LONGEST ? s : s.substring(0, LONGEST) + "... (" + s.length() + " characters)";
	}

	void json(PrintStream out) {
		try {
			Writer w = new OutputStreamWriter(out, java.nio.charset.StandardCharsets.UTF_8);
			JsonWriter json = new JsonWriter(w);
			json.setIndent("  ");
			json.beginObject().name("file").value(file).name("left").value(left).name("right").value(right)
					.name("sameForTheGuest").value(comparison.sameForTheGuest()).name("differences").beginArray();
			for (Difference d : comparison.all()) {
				json.beginObject().name("kind").value(d.kind().name().toLowerCase(java.util.Locale.ROOT)).name("what").value(d.what())
						.name("left").value(d.left()).name("right").value(d.right()).name("start").value(d.start()).endObject();
			}
			json.endArray().endObject();
			json.flush();
			out.println();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
