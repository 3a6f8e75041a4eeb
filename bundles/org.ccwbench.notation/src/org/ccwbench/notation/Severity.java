// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

/** How bad a {@link Problem} is. With an ERROR a text cannot be run. */
public enum Severity {
	/** The text means nothing here. */
	ERROR,
	/** The text means something that is rarely wanted. */
	WARNING
}
