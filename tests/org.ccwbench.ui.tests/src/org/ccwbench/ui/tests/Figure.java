// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One line of JSON, as those of {@code ./ccwb bench}: the case, then figures whose names end with their unit. */
final class Figure {
	private static final MathContext DIGITS = new MathContext(4);
	private final StringBuilder line = new StringBuilder();

	Figure(String name) {
		line.append("{\"case\":\"").append(name).append('"');
	}

	Figure add(String name, double value) {
		BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
		line.append(",\"").append(name).append("\":").append(value == 0 ? "0" : rounded.toPlainString());
		return this;
	}

	Figure add(String name, String value) {
		line.append(",\"").append(name).append("\":\"").append(value).append('"');
		return this;
	}

	/** Appends the line to the file that CCWB_BENCH names, and prints it. */
	void end() {
		line.append("}\n");
		System.out.print(line);
		String file = System.getenv("CCWB_BENCH");
		if (file != null) {
			try {
				Files.writeString(Path.of(file), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}
	}
}
