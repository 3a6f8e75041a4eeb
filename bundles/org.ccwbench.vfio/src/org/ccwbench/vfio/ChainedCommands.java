// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

/**
 * Which command each CCW of a copied program carries out: its own, or, where data chaining leads to it, that of
 * the CCW before, whose data it continues (PoP, chapter 15). The Linux driver does not look at this.
 */
final class ChainedCommands {
	private static final int CHAIN_DATA = 0x80;

	private final int[] command = new int[Chains.LONGEST];
	private final boolean[] known = new boolean[Chains.LONGEST];

	/** Follows the CCWs of a program of at most 256. */
	void follow(Chains chains) {
		java.util.Arrays.fill(known, 0, chains.ccws, false);
		// A TIC may continue data in a chain that comes later or earlier: at most each CCW changes once a round.
		boolean again = true;
		for (int round = 0; again && round < chains.ccws; round++) {
			again = false;
			for (int c = 0; c < chains.count; c++) {
				for (int i = 0; i < chains.length[c]; i++) {
					again |= pass(chains, c, i);
				}
			}
		}
	}

	/** Whether bytes can move for CCW {@code k}. */
	boolean transfers(int k, long ccw) {
		return Ccw.transfersData(ccw & 0x00FF_FFFF_FFFF_FFFFL | (long) (known[k] ? command[k] : Ccw.command(ccw)) << 56);
	}

	/** Hands the command of a CCW with data chaining on; whether that told something new. */
	private boolean pass(Chains chains, int c, int i) {
		int k = chains.first[c] + i;
		long ccw = chains.ccw[k];
		int now = known[k] ? command[k] : Ccw.command(ccw);
		if (Ccw.tic(ccw) ? !known[k] : (Ccw.flags(ccw) & CHAIN_DATA) == 0) {
			return false;
		}
		int to = k + 1;
		if (Ccw.tic(ccw)) {
			int target = chains.holding(Ccw.address(ccw));
			to = target < 0 ? -1 : chains.first[target] + (int) (Ccw.address(ccw) - chains.guest[target]) / Ccw.SIZE;
		} else if (i + 1 == chains.length[c]) {
			to = -1;
		}
		if (to < 0 || known[to]) {
			return false;
		}
		known[to] = true;
		command[to] = now;
		return true;
	}
}
