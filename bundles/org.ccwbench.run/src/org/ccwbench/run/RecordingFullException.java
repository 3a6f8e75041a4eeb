// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

/** The recording has reached its limit, or the disk has no room for more. What was recorded until then is whole. */
public final class RecordingFullException extends RuntimeException {
	private static final long serialVersionUID = 1L;

	RecordingFullException(String message) {
		super(message, null, false, false);
	}
}
