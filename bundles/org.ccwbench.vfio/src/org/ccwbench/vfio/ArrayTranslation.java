// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import org.ccwbench.storage.Storage;

/**
 * Translation as 4.19 does it: NOP and test are left alone, a count of 0 needs no list, SKIP is not looked at. The
 * pages of a direct CCW are pinned in one call, those of a list one by one.
 */
final class ArrayTranslation extends CcwTranslation {
	private final PinnedReader reader;

	ArrayTranslation(Chains chains, Pins pins, Container container, KernelMemory kernel, Storage host) {
		super(chains, pins, container, kernel, host);
		reader = new PinnedReader(container, host);
	}

	@Override
	int data(int c, int i, int at, long ccw) {
		if (Ccw.test(ccw) || Ccw.nop(ccw)) {
			return 0;
		}
		if (Ccw.count(ccw) == 0) {
			chains.ccw[at] = Ccw.withIda(ccw);
			return 0;
		}
		chains.listed[at] = Ccw.ida(ccw);
		return Ccw.ida(ccw) ? listed(at, ccw, guestAddress(c, i)) : direct(at, ccw, guestAddress(c, i));
	}

	private int direct(int at, long ccw, long cause) {
		long address = Ccw.address(ccw);
		int n = wordsFor(address, Ccw.count(ccw), 12);
		int p = pins.room(n);
		for (int w = 0; w < n; w++) {
			pins.iova[p + w] = (address & -PAGE) + (long) w * PAGE;
		}
		int rc = container.pin(pins.iova, p, n, pins.frame, cause, 0);
		if (rc < 0) {
			return giveUp(at, ccw, -1, 0, rc);
		}
		long list = kernel.allocate(n * 8);
		if (list < 0) {
			container.unpin(pins.iova, p, n, pins.frame, cause);
			return giveUp(at, ccw, -1, 0, -Errno.ENOMEM);
		}
		finish(at, ccw, list, p, n, address);
		return 0;
	}

	private int listed(int at, long ccw, long cause) {
		long address = Ccw.address(ccw);
		int rc = reader.read(address, words, 8, cause);
		if (rc != 0) {
			return giveUp(at, ccw, -1, 0, rc);
		}
		long firstByte = word(0);
		int n = wordsFor(firstByte, Ccw.count(ccw), 12);
		long list = kernel.allocate(n * 8);
		if (list < 0) {
			return giveUp(at, ccw, -1, 0, -Errno.ENOMEM);
		}
		rc = reader.read(address, words, n * 8, cause);
		if (rc != 0) {
			return giveUp(at, ccw, list, n, rc);
		}
		int p = pins.room(n);
		for (int w = 0; w < n; w++) {
			pins.iova[p + w] = word(w) & -PAGE;
			rc = container.pin(pins.iova, p + w, 1, pins.frame, address + w * 8L, 0);
			if (rc < 0) {
				release(p, w, cause);
				return giveUp(at, ccw, list, n, rc);
			}
		}
		finish(at, ccw, list, p, n, firstByte);
		return 0;
	}

	private void finish(int at, long ccw, long list, int p, int n, long firstByte) {
		chains.pinFirst[at] = p;
		chains.pinCount[at] = n;
		pins.used = p + n;
		for (int w = 0; w < n; w++) {
			put(w, pins.frame[p + w]);
		}
		put(0, word(0) + (firstByte & PAGE - 1));
		host.store(list, words, 0, n * 8);
		designate(at, ccw, list, n);
	}

	@Override
	void unpin(int at, long cause) {
		int n = chains.pinCount[at];
		int p = chains.pinFirst[at];
		if (chains.listed[at]) {
			release(p, n, cause);
		} else {
			container.unpin(pins.iova, p, n, pins.frame, cause);
		}
		chains.pinCount[at] = 0;
	}

	private void release(int p, int n, long cause) {
		for (int w = 0; w < n; w++) {
			container.unpin(pins.iova, p + w, 1, pins.frame, cause);
		}
	}
}
