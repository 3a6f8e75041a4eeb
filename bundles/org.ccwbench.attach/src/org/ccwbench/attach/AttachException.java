// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

/** A device cannot be worked with; the message is a sentence for people that says what to do about it. */
public class AttachException extends Exception {
	private static final long serialVersionUID = 1L;

	public AttachException(String message) {
		super(message);
	}

	public AttachException(String message, Throwable cause) {
		super(message, cause);
	}
}
