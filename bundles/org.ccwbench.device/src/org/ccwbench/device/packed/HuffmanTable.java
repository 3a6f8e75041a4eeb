// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.packed;

/** A canonical Huffman code: shorter codes come first, and those of a length in the order of their symbols. */
final class HuffmanTable {
	/** The first code of each length, and where its symbol stands. */
	private final int[] firstCode;
	private final int[] firstPlace;
	private final int[] symbols;

	/** @param lengths of the code of each symbol, from 1 to {@code longest} */
	HuffmanTable(int[] lengths, int count, int longest) {
		firstCode = new int[longest + 2];
		firstPlace = new int[longest + 2];
		symbols = new int[count];
		int code = 0;
		int place = 0;
		for (int length = 1; length <= longest; length++) {
			code <<= 1;
			firstCode[length] = code;
			firstPlace[length] = place;
			for (int s = 0; s < count; s++) {
				if (lengths[s] == length) {
					symbols[place++] = s;
					code++;
				}
			}
		}
		firstPlace[longest + 1] = place;
	}

	/** The symbol of a code of that length, or -1 if it has not ended. */
	int symbol(int code, int length) {
		int n = code - firstCode[length];
		int place = firstPlace[length] + n;
		return n >= 0 && place < firstPlace[length + 1] ? symbols[place] : -1;
	}
}
