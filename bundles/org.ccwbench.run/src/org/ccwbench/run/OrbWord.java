// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import org.ccwbench.arch.Block;
import org.ccwbench.arch.Irb;

/** Word 1 of an ORB: what decides how CCWs and lists are to be read (PoP SA22-7832, chapter 15, operation-request block). */
record OrbWord(int word) {
	boolean format1() {
		return (word & 0x0080_0000) != 0;
	}

	boolean format2Idaws() {
		return (word & 0x0002_0000) != 0;
	}

	/** Bytes of storage that an IDAW stands for. */
	int block() {
		return format2Idaws() && (word & 0x0001_0000) == 0 ? 4096 : 2048;
	}

	/** The IRB that such a start function leads to. */
	Block irb() {
		return (word & 0x0004_0000) != 0 ? Irb.TRANSPORT : Irb.BLOCK;
	}

	boolean midaw() {
		return (word & 0x40) != 0;
	}

	/** How the driver's program for the host is to be read: format 1, format-2 IDAWs, 2K blocks unless the guest's are of 4K. */
	OrbWord host() {
		return new OrbWord(format2Idaws() ? word | 0x0080_0000 : word | 0x0083_0000);
	}
}
