// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.List;
import org.ccwbench.model.Statement;

/**
 * One operand of an EXPECT statement.
 *
 * @param what is expected
 * @param paths names of the paths that it holds for ({@code linux} ..); empty for every path and for a run
 *     without one
 * @param statement the EXPECT statement
 * @param text the operand as written
 * @param line of the operand, from 1
 */
public record Expectation(Expected what, List<String> paths, Statement statement, String text, int line) {
	/** Whether it holds for a path; null stands for a run without a vfio path, which a text calls {@code direct}. */
	public boolean appliesTo(String path) {
		return paths.isEmpty() || paths.contains(path == null ? "direct" : path);
	}
}
