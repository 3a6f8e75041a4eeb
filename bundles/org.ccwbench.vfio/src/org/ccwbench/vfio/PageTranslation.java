// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import java.util.Arrays;
import org.ccwbench.storage.Storage;

/**
 * Translation as 5.17 does it: every data CCW gets a list of 64-bit words of 4K; its pages, wherever they are,
 * are pinned in one call. A list that is not needed for data holds what was read, or zeros, with the first
 * byte's offset in its page added.
 */
final class PageTranslation extends CcwTranslation {
	private final PinnedReader reader;

	PageTranslation(Chains chains, Pins pins, Container container, KernelMemory kernel, Storage host) {
		super(chains, pins, container, kernel, host);
		reader = new PinnedReader(container, host);
	}

	@Override
	int data(int c, int i, int at, long ccw) {
		long cause = guestAddress(c, i);
		boolean ida = Ccw.ida(ccw);
		long address = Ccw.address(ccw);
		long firstByte = address;
		if (ida) {
			int rc = reader.read(address, words, 8, cause);
			if (rc != 0) {
				return giveUp(at, ccw, -1, 0, rc);
			}
			firstByte = word(0);
		}
		int n = wordsFor(firstByte, Math.max(1, Ccw.count(ccw)), 12);
		long list = kernel.allocate(n * 8);
		if (list < 0) {
			return giveUp(at, ccw, -1, 0, -Errno.ENOMEM);
		}
		int p = pins.room(n);
		Arrays.fill(words, 0, n * 8, (byte) 0);
		for (int w = 0; w < n; w++) {
			pins.iova[p + w] = (firstByte & -PAGE) + (long) w * PAGE;
		}
		if (ida) {
			int rc = reader.read(address, words, n * 8, cause);
			if (rc != 0) {
				container.unpinNothing(pins.iova, p, n, cause);
				return giveUp(at, ccw, list, n, rc);
			}
			for (int w = 0; w < n; w++) {
				pins.iova[p + w] = word(w) & -PAGE;
			}
		}
		if (Ccw.transfersData(ccw)) {
			int rc = container.pin(pins.iova, p, n, pins.frame, ida ? address : cause, ida ? 8 : 0);
			if (rc < 0) {
				return giveUp(at, ccw, list, n, rc);
			}
			chains.pinFirst[at] = p;
			chains.pinCount[at] = n;
			pins.used = p + n;
			for (int w = 0; w < n; w++) {
				put(w, pins.frame[p + w]);
			}
		}
		put(0, word(0) + (firstByte & PAGE - 1));
		host.store(list, words, 0, n * 8);
		designate(at, ccw, list, n);
		return 0;
	}

	@Override
	void unpin(int at, long cause) {
		container.unpin(pins.iova, chains.pinFirst[at], chains.pinCount[at], pins.frame, cause);
		chains.pinCount[at] = 0;
	}
}
