// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.agent;

/** Codes of errors with which an agent answers. */
public enum Failure {
	/** The request makes no sense: a missing value, an unknown session, hello not said. */
	BAD_REQUEST(-32602),
	/** Client and agent do not understand each other. */
	VERSION(-32001),
	/** The token is wrong. */
	TOKEN(-32002),
	/** The guard lets the program not pass. */
	REFUSED(-32003),
	/** A system call failed, or the device cannot be worked with. */
	DEVICE(-32004),
	/** Too much was asked for at once. */
	TOO_MUCH(-32005);

	private final int code;

	Failure(int code) {
		this.code = code;
	}

	/** The code in the answer. */
	public int code() {
		return code;
	}
}
