// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import java.util.Arrays;
import org.ccwbench.storage.AddressSpace;
import org.ccwbench.storage.Bytes;
import org.ccwbench.storage.Storage;

/**
 * Translation as 6.12 does it: every data CCW gets a list in the ORB's own block size, of 31-bit or 64-bit words,
 * read or made up; each word is a pin. Words of 4K that follow each other are pinned in one call, those of 2K
 * one by one.
 */
final class WordTranslation extends CcwTranslation {
	/** Stands for a cause when nothing may be read that is heard of. */
	private static final long NOBODY = -1;

	private final long[] first = new long[1];
	private int reads;
	private int bytesRead;
	/** The page of host storage that lists are being put into, as long as CCWs are translated all at once. */
	private byte[] page;
	private long pageNumber = -1;

	WordTranslation(Chains chains, Pins pins, Container container, KernelMemory kernel, Storage host) {
		super(chains, pins, container, kernel, host);
	}

	@Override
	int data(int c, int i, int at, long ccw) {
		long cause = guestAddress(c, i);
		int rc = prepare(at, ccw, cause);
		countReads();
		int n = chains.pinCount[at];
		if (rc == 0 && n > 0) {
			boolean ida = Ccw.ida(ccw);
			boolean wide = (orbWord1 & Orb.IDAW64) != 0;
			rc = container.pinRuns(pins.iova, pins.used, n, pins.frame, ida ? Ccw.address(ccw) : cause,
					ida ? wide ? 8 : 4 : 0, Orb.blocksOf2K(orbWord1));
		}
		if (rc < 0) {
			return giveUp(at, ccw, chains.list[at] > 0 ? chains.listAt[at] : -1, chains.list[at] / 8, rc);
		}
		pins.used += n;
		pageNumber = -1;
		finish(at, ccw);
		return 0;
	}

	@Override
	boolean all() {
		for (int c = 0; c < chains.count; c++) {
			for (int i = 0, at = chains.first[c]; i < chains.length[c]; i++, at++) {
				long ccw = chains.ccw[at];
				if (Ccw.tic(ccw) ? chains.holding(Ccw.address(ccw)) < 0 : prepare(at, ccw, NOBODY) != 0) {
					return undo(at);
				}
				pins.used += chains.pinCount[at];
			}
		}
		if (!container.pinAll(pins.iova, 0, pins.used, pins.frame)) {
			return undo(chains.ccws - 1);
		}
		countReads();
		for (int at = 0; at < chains.ccws; at++) {
			long ccw = chains.ccw[at];
			if (Ccw.tic(ccw)) {
				transfer(at, ccw);
			} else {
				finish(at, ccw);
			}
		}
		pageNumber = -1;
		return true;
	}

	/** Makes as if the CCWs up to this one had not been prepared: memory is given back so that the next gets the same. */
	private boolean undo(int last) {
		for (int at = last; at >= 0; at--) {
			if (chains.list[at] > 0) {
				kernel.free(chains.listAt[at], chains.list[at]);
			}
			chains.list[at] = 0;
			chains.pinCount[at] = 0;
		}
		pins.used = 0;
		reads = 0;
		bytesRead = 0;
		return false;
	}

	/** Makes room for the list and gathers the words that are to be pinned behind the pins that are there. */
	private int prepare(int at, long ccw, long cause) {
		boolean wide = (orbWord1 & Orb.IDAW64) != 0;
		boolean ida = Ccw.ida(ccw);
		int shift = Orb.blocksOf2K(orbWord1) ? 11 : 12;
		long address = Ccw.address(ccw);
		long firstByte = address;
		byte[] listPage = ida ? container.page(address, wide ? 8 : 4) : null;
		if (ida) {
			int in = (int) address & PAGE - 1;
			if (listPage == null) {
				int rc = readWords(first, 0, 1, address, wide, null, cause);
				if (rc != 0) {
					return rc;
				}
				firstByte = first[0];
			} else {
				firstByte = wide ? Bytes.get64(listPage, in) : Bytes.get32(listPage, in) & 0xFFFF_FFFFL;
				reads++;
				bytesRead += wide ? 8 : 4;
			}
		}
		int n = wordsFor(firstByte, Math.max(1, Ccw.count(ccw)), shift);
		long list = kernel.allocate(n * 8);
		if (list < 0) {
			return -Errno.ENOMEM;
		}
		chains.list[at] = n * 8;
		chains.listAt[at] = list;
		int p = pins.room(n);
		if (ida) {
			int rc = readWords(pins.iova, p, n, address, wide, listPage, cause);
			if (rc != 0) {
				return rc;
			}
		} else {
			makeWords(p, n, firstByte, 1L << shift, wide);
		}
		if (Ccw.transfersData(ccw)) {
			chains.pinFirst[at] = p;
			chains.pinCount[at] = n;
		} else {
			untranslated(p, n, wide);
			host.store(list, words, 0, n * 8);
		}
		return 0;
	}

	private void finish(int at, long ccw) {
		if (chains.pinCount[at] > 0) {
			translated(chains.listAt[at], chains.pinFirst[at], chains.pinCount[at]);
		}
		designate(at, ccw, chains.listAt[at], chains.list[at] / 8);
	}

	/** Reads words of a list, from the page in which it begins if that is given and holds them all. */
	private int readWords(long[] into, int p, int n, long address, boolean wide, byte[] known, long cause) {
		int length = n * (wide ? 8 : 4);
		int in = (int) address & PAGE - 1;
		byte[] from = known != null && in + length <= PAGE ? known : container.page(address, length);
		if (from == null) {
			int rc = cause == NOBODY ? -Errno.EAGAIN : container.read(address, words, 0, length, cause);
			if (rc != 0) {
				return rc;
			}
			from = words;
			in = 0;
		} else {
			reads++;
			bytesRead += length;
		}
		if (wide) {
			for (int w = 0; w < n; w++) {
				into[p + w] = Bytes.get64(from, in + w * 8);
			}
		} else {
			for (int w = 0; w < n; w++) {
				into[p + w] = Bytes.get32(from, in + w * 4) & 0xFFFF_FFFFL;
			}
		}
		return 0;
	}

	private void countReads() {
		container.countReads(reads, bytesRead);
		reads = 0;
		bytesRead = 0;
	}

	private void makeWords(int p, int n, long firstByte, long block, boolean wide) {
		long[] iova = pins.iova;
		long mask = wide ? -1 : 0xFFFF_FFFFL;
		iova[p] = firstByte;
		long next = (firstByte & -block) + block;
		for (int w = 1; w < n; w++) {
			iova[p + w] = next & mask;
			next += block;
		}
	}

	private void translated(long list, int p, int n) {
		long[] iova = pins.iova;
		long[] frame = pins.frame;
		if (list >>> AddressSpace.PAGE_SHIFT != pageNumber) {
			page = host.pageToFill(list);
			pageNumber = page == null ? -1 : list >>> AddressSpace.PAGE_SHIFT;
		}
		byte[] to = page;
		if (to == null) {
			for (int w = 0; w < n; w++) {
				put(w, frame[p + w] + (iova[p + w] & PAGE - 1));
			}
			host.store(list, words, 0, n * 8);
			return;
		}
		int in = (int) list & PAGE - 1;
		// By itself, for most programs have CCWs of one page, and a loop takes longer to set out than to do once.
		Bytes.put64(to, in, frame[p] + (iova[p] & PAGE - 1));
		for (int w = 1; w < n; w++) {
			Bytes.put64(to, in + w * 8, frame[p + w] + (iova[p + w] & PAGE - 1));
		}
	}

	/** A list whose words the driver does not touch: the guest's own, packed as the guest has them. */
	private void untranslated(int p, int n, boolean wide) {
		for (int w = 0; w < n; w++) {
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
