// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

/** Flags of a CCW, in the same order in both formats (PoP SA22-7832, chapter 15, "Channel-Command Word"). */
final class Ccw {
	static final int CHAIN_DATA = 0x80;
	static final int CHAIN_COMMAND = 0x40;
	static final int SUPPRESS_LENGTH = 0x20;
	static final int SKIP = 0x10;
	static final int PCI = 0x08;
	static final int IDA = 0x04;
	static final int SUSPEND = 0x02;
	static final int MIDA = 0x01;

	private Ccw() {}
}
