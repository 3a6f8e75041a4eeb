// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

/** A program interruption that an I/O instruction ends with instead of a condition code. Part of the architecture: no stack trace. */
public final class ProgramInterruption extends RuntimeException {
	public static final int PROTECTION = 0x04;
	public static final int ADDRESSING = 0x05;
	public static final int SPECIFICATION = 0x06;
	public static final int OPERAND = 0x15;

	private static final long serialVersionUID = 1L;
	private final int code;

	public ProgramInterruption(int code) {
		super(String.format("program interruption %04X", code), null, false, false);
		this.code = code;
	}

	/** The interruption code, such as 0x0015 for an operand exception. */
	public int code() {
		return code;
	}
}
