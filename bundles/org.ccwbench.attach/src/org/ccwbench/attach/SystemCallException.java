// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

/** A system call failed. The message names the call, the error and what to do about it. */
public final class SystemCallException extends AttachException {
	private static final long serialVersionUID = 1L;
	private final String call;
	private final int error;

	/**
	 * @param call  what was tried, such as "open /dev/vfio/vfio"; its first word is looked up in the table of advice
	 * @param error positive error number
	 */
	public SystemCallException(String call, int error) {
		super(call + ": " + ErrorNumber.text(error) + advice(call, error));
		this.call = call;
		this.error = error;
	}

	private static String advice(String call, int error) {
		String words = ErrorNumber.advice(call, error);
		return words == null ? "" : ". " + words;
	}

	public String call() {
		return call;
	}

	/** Positive. */
	public int error() {
		return error;
	}
}
