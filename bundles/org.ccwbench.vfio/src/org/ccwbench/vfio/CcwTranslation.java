// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import org.ccwbench.storage.AddressSpace;
import org.ccwbench.storage.Bytes;
import org.ccwbench.storage.Storage;

/**
 * Translates one CCW of a copied program after another: a TIC to the address of the copy, a data CCW to one with
 * a list of host addresses, whose pages it pins. What is common to the versions of the driver; how lists are
 * made and pages pinned is theirs.
 */
abstract class CcwTranslation {
	/** The most words of a list: 65,535 bytes in blocks of 2K, the first not aligned. */
	static final int MOST_WORDS = 33;
	static final int PAGE = AddressSpace.PAGE_SIZE;

	final Chains chains;
	final Pins pins;
	final Container container;
	final KernelMemory kernel;
	final Storage host;
	final byte[] words = new byte[MOST_WORDS * 8];
	int orbWord1;

	CcwTranslation(Chains chains, Pins pins, Container container, KernelMemory kernel, Storage host) {
		this.chains = chains;
		this.pins = pins;
		this.container = container;
		this.kernel = kernel;
		this.host = host;
	}

	/**
	 * Translates CCW {@code i} of chain {@code c}.
	 *
	 * @param program the page in host storage that holds the chain's copy, or null if stores are to be told of
	 * @return 0 or a negative error number, with nothing pinned for it then
	 */
	final int translate(int c, int i, byte[] program) {
		int at = chains.first[c] + i;
		long ccw = chains.ccw[at];
		int rc = Ccw.tic(ccw) ? transfer(at, ccw) : data(c, i, at, ccw);
		if (chains.ccw[at] != ccw) {
			long place = chains.host[c] + (long) i * Ccw.SIZE;
			if (program == null) {
				host.store64(place, chains.ccw[at]);
			} else {
				Bytes.put64(program, (int) place & PAGE - 1, chains.ccw[at]);
			}
		}
		return rc;
	}

	/** A CCW other than a TIC. The new CCW, its list and pins are left in {@code chains} and {@code pins}. */
	abstract int data(int c, int i, int at, long ccw);

	/**
	 * Translates all CCWs at once, with one look at the map for all, if nothing is out of the ordinary and nobody listens.
	 *
	 * @return whether it did; if not, nothing has happened
	 */
	boolean all() {
		return false;
	}

	/** Takes off all pins of a CCW. */
	abstract void unpin(int at, long cause);

	final int transfer(int at, long ccw) {
		int target = chains.holding(Ccw.address(ccw));
		if (target < 0) {
			return -Errno.EFAULT;
		}
		chains.ccw[at] = Ccw.withAddress(ccw, chains.host[target] + Ccw.address(ccw) - chains.guest[target]);
		return 0;
	}

	/** Makes the CCW point at the list of {@code n} words. */
	final void designate(int at, long ccw, long list, int n) {
		chains.list[at] = n * 8;
		chains.ccw[at] = Ccw.withAddress(Ccw.withIda(ccw), list);
	}

	/** Gives up: frees the list and leaves a CCW without an address. */
	final int giveUp(int at, long ccw, long list, int n, int error) {
		if (list >= 0) {
			kernel.free(list, n * 8);
		}
		chains.pinCount[at] = 0;
		chains.list[at] = 0;
		chains.ccw[at] = Ccw.withAddress(ccw, 0);
		return error;
	}

	/** Words of a list for {@code bytes} bytes from {@code address} in blocks of {@code 1 << shift}. */
	static int wordsFor(long address, int bytes, int shift) {
		int block = 1 << shift;
		return (int) (address & block - 1) + bytes + block - 1 >>> shift;
	}

	final void put(int i, long word) {
		Bytes.put64(words, i * 8, word);
	}

	final long word(int i) {
		return Bytes.get64(words, i * 8);
	}

	final long guestAddress(int c, int i) {
		return chains.guest[c] + (long) i * Ccw.SIZE;
	}
}
