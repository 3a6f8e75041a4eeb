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
		int size = wide ? 8 : 4;
		int shift = Orb.blocksOf2K(orbWord1) ? 11 : 12;
		int bytes = Math.max(1, Ccw.count(ccw));
		boolean ida = Ccw.ida(ccw);
		long address = Ccw.address(ccw);
		long firstByte = address;
		if (ida) {
			int rc = container.read(address, words, 0, size, cause);
			if (rc != 0) {
				return giveUp(at, ccw, -1, 0, rc);
			}
			firstByte = wide ? word(0) : Bytes.get32(words, 0) & 0xFFFF_FFFFL;
		}
		int n = wordsFor(firstByte, bytes, shift);
		long list = kernel.allocate(n * 8);
		if (list < 0) {
			return giveUp(at, ccw, -1, 0, -Errno.ENOMEM);
		}
		int p = pins.room(n);
		if (ida) {
			int rc = container.read(address, words, 0, n * size, cause);
			if (rc != 0) {
				return giveUp(at, ccw, list, n, rc);
			}
			for (int w = 0; w < n; w++) {
				pins.iova[p + w] = wide ? word(w) : Bytes.get32(words, w * 4) & 0xFFFF_FFFFL;
			}
		} else {
			long block = 1L << shift;
			pins.iova[p] = firstByte;
			for (int w = 1; w < n; w++) {
				pins.iova[p + w] = (pins.iova[p + w - 1] & -block) + block;
			}
		}
		if (!Ccw.transfersData(ccw)) {
			untranslated(p, n, size, ida);
		} else {
			int rc = pin(p, n, ida ? address : cause, ida ? size : 0);
			if (rc < 0) {
				return giveUp(at, ccw, list, n, rc);
			}
			chains.pinFirst[at] = p;
			chains.pinCount[at] = n;
			pins.used = p + n;
			for (int w = 0; w < n; w++) {
				put(w, pins.frame[p + w] + (pins.iova[p + w] & PAGE - 1));
			}
		}
		designate(at, ccw, list, n);
		return 0;
	}

	/** A list whose words the driver does not touch: the guest's own, packed as the guest has them. */
	private void untranslated(int p, int n, int size, boolean read) {
		if (size == 4) {
			for (int w = 0; !read && w < n; w++) {
				Bytes.put32(words, w * 4, (int) pins.iova[p + w]);
			}
			Arrays.fill(words, n * 4, n * 8, (byte) 0);
		} else {
			for (int w = 0; !read && w < n; w++) {
				put(w, pins.iova[p + w]);
			}
		}
	}

	private int pin(int p, int n, long cause, int stride) {
		boolean single = Orb.blocksOf2K(orbWord1);
		int end = p + n;
		for (int at = p; at < end;) {
			int run = single ? 1 : pins.run(at, end);
			int rc = container.pin(pins.iova, at, run, pins.frame, cause + (long) (at - p) * stride, stride);
			if (rc < 0) {
				release(p, at, cause);
				return rc;
			}
			at += run;
		}
		return n;
	}

	@Override
	void unpin(int at, long cause) {
		int p = chains.pinFirst[at];
		release(p, p + chains.pinCount[at], cause);
		chains.pinCount[at] = 0;
	}

	private void release(int from, int end, long cause) {
		boolean single = Orb.blocksOf2K(orbWord1);
		for (int at = from; at < end;) {
			int run = single ? 1 : pins.run(at, end);
			container.unpin(pins.iova, at, run, pins.frame, cause);
			at += run;
		}
	}
}
