// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;

/** What was measured, as JSON: one line a case, which begins with its name; the unit is part of each figure's name. */
public final class Figures {
	private static final MathContext DIGITS = new MathContext(4);

	private final PrintStream out;
	private JsonObject line;

	Figures(PrintStream out) {
		this.out = out;
	}

	/** Begins the line of a case. */
	public Figures of(String name) {
		line = new JsonObject();
		line.addProperty("case", name);
		return this;
	}

	/** Adds a figure, rounded to four digits that mean something. */
	public Figures add(String name, double value) {
		line.addProperty(name, value == 0 || !Double.isFinite(value) ? BigDecimal.ZERO
				: new BigDecimal(new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString()));
		return this;
	}

	/** Adds a word. */
	public Figures add(String name, String value) {
		line.addProperty(name, value);
		return this;
	}

	/** Prints the line. */
	public void end() {
		out.println(line);
		out.flush();
	}
}
