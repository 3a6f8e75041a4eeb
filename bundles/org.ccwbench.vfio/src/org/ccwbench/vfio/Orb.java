// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

/** Bits of the second word of an ORB (PoP, chapter 15), which is 12 bytes as far as a driver passes it on. */
public final class Orb {
	public static final int LENGTH = 12;
	/** Subchannel key. */
	public static final int KEY = 0xF000_0000;
	/** CCW format 1. */
	public static final int FORMAT1 = 0x0080_0000;
	/** Prefetch allowed. */
	public static final int PREFETCH = 0x0040_0000;
	/** In a command-mode ORB zero; in any ORB: transport mode. */
	public static final int TRANSPORT = 0x0004_0000;
	/** H: IDAWs of 64 bits. */
	public static final int IDAW64 = 0x0002_0000;
	/** T: 64-bit IDAWs of 2K blocks. */
	public static final int IDAW_2K = 0x0001_0000;
	/** Logical-path mask. */
	public static final int LPM = 0x0000_FF00;

	private Orb() {}

	/** Whether IDAWs designate 2K blocks: those of 31 bits always do. */
	public static boolean blocksOf2K(int word1) {
		return (word1 & IDAW64) == 0 || (word1 & IDAW_2K) != 0;
	}
}
