// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.List;
import org.ccwbench.model.Document;

/** A text as a model, and what is wrong with how it is written. The document is there whatever the text. */
public record ParseResult(Document document, List<Problem> problems) {
	/** Whether no problem is an error. */
	public boolean ok() {
		return problems.stream().noneMatch(p -> p.severity() == Severity.ERROR);
	}
}
