// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

/** What the user gave cannot be worked with; the message says what and where. Ends a command with exit code 2. */
final class BadInputException extends RuntimeException {
	private static final long serialVersionUID = 1L;

	BadInputException(String message) {
		super(message, null, false, false);
	}
}
