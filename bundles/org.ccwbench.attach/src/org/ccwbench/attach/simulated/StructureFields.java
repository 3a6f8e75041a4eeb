// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.simulated;

import java.util.Map;

/** Widths of the numbers in VFIO's structures (linux/vfio.h), for a host that is not big-endian as the simulated kernel is. */
final class StructureFields {
	private static final Map<Integer, int[]> WIDTHS = Map.of(
			0x3B67, new int[] {4, 4},
			0x3B68, new int[] {4},
			0x3B6B, new int[] {4, 4, 4, 4},
			0x3B6C, new int[] {4, 4, 4, 4, 8, 8, 2, 2, 4, 4, 4},
			0x3B6D, new int[] {4, 4, 4, 4},
			0x3B6E, new int[] {4, 4, 4, 4, 4, 4},
			0x3B71, new int[] {4, 4, 8, 8, 8},
			0x3B72, new int[] {4, 4, 8, 8});
	private static final int[] WORDS = {4, 4};

	private StructureFields() {}

	/** Turns each number of a request's structure round. */
	static void turn(int request, byte[] structure) {
		turn(WIDTHS.getOrDefault(request, new int[0]), structure, 0);
	}

	/** Turns two words round, as the async region has them. */
	static void turnWords(byte[] b) {
		turn(WORDS, b, 0);
	}

	/** Turns one word round. */
	static void turnWord(byte[] b, int at) {
		turn(new int[] {4}, b, at);
	}

	private static void turn(int[] widths, byte[] b, int from) {
		int at = from;
		for (int w : widths) {
			if (at + w > b.length) {
				return;
			}
			for (int i = 0; i < w / 2; i++) {
				byte x = b[at + i];
				b[at + i] = b[at + w - 1 - i];
				b[at + w - 1 - i] = x;
			}
			at += w;
		}
	}
}
