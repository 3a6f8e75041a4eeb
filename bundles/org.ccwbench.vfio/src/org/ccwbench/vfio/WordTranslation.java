// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import java.util.Arrays;
import org.ccwbench.storage.Bytes;
import org.ccwbench.storage.Storage;

/**
 * Translation as 6.12 does it: every data CCW gets a list in the ORB's own block size, of 31-bit or 64-bit words,
 * read or made up; each word is a pin. Words of 4K that follow each other are pinned in one call, those of 2K
 * one by one.
 */
final class WordTranslation extends CcwTranslation {
	WordTranslation(Chains chains, Pins pins, Container container, KernelMemory kernel, Storage host) {
		super(chains, pins, container, kernel, host);
	}

	@Override
	int data(int c, int i, int at, long ccw) {
		long cause = guestAddress(c, i);
		boolean wide = (orbWord1 & Orb.IDAW64) != 0;
		boolean ida = Ccw.ida(ccw);
		int size = wide ? 8 : 4;
		int shift = Orb.blocksOf2K(orbWord1) ? 11 : 12;
		long address = Ccw.address(ccw);
		long firstByte = address;
		if (ida) {
			int rc = container.read(address, words, 0, size, cause);
			if (rc != 0) {
				return giveUp(at, ccw, -1, 0, rc);
			}
			firstByte = wide ? word(0) : Bytes.get32(words, 0) & 0xFFFF_FFFFL;
		}
		int n = wordsFor(firstByte, Math.max(1, Ccw.count(ccw)), shift);
		long list = kernel.allocate(n * 8);
		if (list < 0) {
			return giveUp(at, ccw, -1, 0, -Errno.ENOMEM);
		}
		int p = pins.room(n);
		int rc = ida ? readWords(p, n, address, wide, cause) : makeWords(p, n, firstByte, 1L << shift);
		if (rc != 0) {
			return giveUp(at, ccw, list, n, rc);
		}
		if (Ccw.transfersData(ccw)) {
			rc = container.pinRuns(pins.iova, p, n, pins.frame, ida ? address : cause, ida ? size : 0,
					Orb.blocksOf2K(orbWord1));
			if (rc < 0) {
				return giveUp(at, ccw, list, n, rc);
			}
			chains.pinFirst[at] = p;
			chains.pinCount[at] = n;
			pins.used = p + n;
			translated(p, n);
		} else {
			untranslated(p, n, wide, ida);
		}
		designate(at, ccw, list, n);
		return 0;
	}

	private int readWords(int p, int n, long address, boolean wide, long cause) {
		int rc = container.read(address, words, 0, n * (wide ? 8 : 4), cause);
		long[] iova = pins.iova;
		if (wide) {
			for (int w = 0; w < n; w++) {
				iova[p + w] = word(w);
			}
		} else {
			for (int w = 0; w < n; w++) {
				iova[p + w] = Bytes.get32(words, w * 4) & 0xFFFF_FFFFL;
			}
		}
		return rc;
	}

	private int makeWords(int p, int n, long firstByte, long block) {
		long[] iova = pins.iova;
		iova[p] = firstByte;
		long next = (firstByte & -block) + block;
		for (int w = 1; w < n; w++) {
			iova[p + w] = next;
			next += block;
		}
		return 0;
	}

	private void translated(int p, int n) {
		long[] iova = pins.iova;
		long[] frame = pins.frame;
		for (int w = 0; w < n; w++) {
			put(w, frame[p + w] + (iova[p + w] & PAGE - 1));
		}
	}

	/** A list whose words the driver does not touch: the guest's own, packed as the guest has them. */
	private void untranslated(int p, int n, boolean wide, boolean read) {
		for (int w = 0; !read && w < n; w++) {
			if (wide) {
				put(w, pins.iova[p + w]);
			} else {
				Bytes.put32(words, w * 4, (int) pins.iova[p + w]);
			}
		}
		if (!wide) {
			Arrays.fill(words, n * 4, n * 8, (byte) 0);
		}
	}

	@Override
	void unpin(int at, long cause) {
		container.unpinRuns(pins.iova, chains.pinFirst[at], chains.pinCount[at], pins.frame, cause, Orb.blocksOf2K(orbWord1));
		chains.pinCount[at] = 0;
	}
}
