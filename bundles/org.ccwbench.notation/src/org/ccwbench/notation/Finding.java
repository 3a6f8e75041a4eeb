// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Something that channel, device or a path will refuse, and what could be done about it; the best fix first. */
public record Finding(Problem problem, List<Fix> fixes) {
	public Finding {
		fixes = List.copyOf(fixes);
	}

	static List<Fix> fixes(Fix... some) {
		return Stream.of(some).filter(Objects::nonNull).toList();
	}
}
