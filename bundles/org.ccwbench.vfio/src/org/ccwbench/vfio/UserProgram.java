// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import org.ccwbench.storage.Bytes;
import org.ccwbench.storage.MappedSpace;

/**
 * The user-space program of the two-stage path, as the 2016 proposal lays it out: one buffer of 4 KiB in the
 * monitor's memory, 256 format-1 CCWs in its lower half, 256 doublewords in its upper half. Addresses of 31 bits
 * cannot hold a monitor's virtual address; a CCW therefore holds an offset: a TIC that of its target in the lower
 * half, any other that of its doubleword in the upper half, in which the virtual address of the data, or with
 * IDA of a list of virtual addresses, stands. Zero there says that no data moves and nothing needs a pin.
 * <p>The monitor makes it from the guest's program: follows TICs so that all chains lie one after another, looks
 * every data page up in its map, and makes a list where the guest has one, or where pages that follow each other
 * in the guest do not in the monitor.
 */
public final class UserProgram {
	/** Bytes of the buffer. */
	static final int LENGTH = 4096;
	/** Where its upper half begins. */
	static final int DOUBLEWORDS = 2048;
	/** Where the buffer lies in the monitor's virtual memory. */
	public static final long ADDRESS = Machine.HEAP + 4096;
	/** Where lists lie. */
	private static final long LISTS = Machine.HEAP + 2 * 4096;

	private final MappedSpace user;
	private final MonitorMap map;
	private final VfioListener listener;
	private final Statistics statistics;
	private final Chains chains = new Chains();
	private final ChainCopy copy = new ChainCopy(DriverVersion.LINUX_6_12, chains, null, null);
	private final Reader reader = new Reader();
	private final ChainedCommands commands = new ChainedCommands();
	private final long[] iova = new long[CcwTranslation.MOST_WORDS];
	private final long[] userAddress = new long[CcwTranslation.MOST_WORDS];
	private final byte[] words = new byte[CcwTranslation.MOST_WORDS * 8];
	private long nextList;

	public UserProgram(Machine machine, MonitorMap map, VfioListener listener, Statistics statistics) {
		this.user = machine.user();
		this.map = map;
		this.listener = listener;
		this.statistics = statistics;
	}

	/**
	 * Makes the program for the one that the guest's ORB designates.
	 *
	 * @return 0; −EINVAL for more than 256 CCWs or 16 chains, or an address that the guest does not have; −EPERM for
	 *         data where it may only read
	 */
	public int make(byte[] orb) {
		int word1 = Bytes.get32(orb, 4);
		long cpa = Bytes.get32(orb, 8) & 0xFFFF_FFFFL;
		chains.clear();
		nextList = LISTS;
		int rc = copy.copy(cpa, word1, reader, cpa, false);
		if (rc != 0) {
			return rc;
		}
		if (chains.ccws > Chains.LONGEST) {
			return -Errno.EINVAL;
		}
		commands.follow(chains);
		for (int c = 0; c < chains.count; c++) {
			for (int i = 0; i < chains.length[c]; i++) {
				rc = ccw(c, i, word1);
				if (rc != 0) {
					return rc;
				}
			}
		}
		return 0;
	}

	/** How many CCWs it has. */
	public int ccws() {
		return chains.ccws;
	}

	/** Guest address of CCW {@code k}. */
	long guestAddress(int k) {
		for (int c = chains.count - 1; c >= 0; c--) {
			if (k >= chains.first[c]) {
				return chains.guest[c] + (long) (k - chains.first[c]) * Ccw.SIZE;
			}
		}
		return VfioListener.NONE_SUCH;
	}

	/** The guest's address for an offset in the lower half, which is that after the CCW it tells of. */
	public long guestCpa(long offset) {
		if (offset == 0 || offset > (long) chains.ccws * Ccw.SIZE) {
			return offset == 0 ? chains.guest[0] : offset;
		}
		return guestAddress((int) (offset - 1) / Ccw.SIZE) + (offset - 1) % Ccw.SIZE + 1 & 0xFFFF_FFFFL;
	}

	private int ccw(int c, int i, int word1) {
		int k = chains.first[c] + i;
		long ccw = chains.ccw[k];
		long guest = chains.guest[c] + (long) i * Ccw.SIZE;
		long made;
		if (Ccw.tic(ccw)) {
			int target = chains.holding(Ccw.address(ccw));
			made = Ccw.withAddress(ccw, chains.first[target] * (long) Ccw.SIZE + Ccw.address(ccw) - chains.guest[target]);
		} else {
			made = Ccw.withAddress(ccw, k * 8L);
			if (commands.transfers(k, ccw)) {
				int n = blocks(ccw, guest, word1);
				if (n < 0) {
					return n;
				}
				made = data(k, made, n);
			} else {
				user.store64(ADDRESS + DOUBLEWORDS + k * 8L, 0);
			}
		}
		user.store64(ADDRESS + (long) k * Ccw.SIZE, made);
		statistics.ccwsTranslated++;
		listener.ccwTranslated(guest, ADDRESS + (long) k * Ccw.SIZE, VfioListener.NONE_SUCH, made);
		return 0;
	}

	/** Finds the data's blocks and looks them up; returns how many there are, or a negative error number. */
	private int blocks(long ccw, long guest, int word1) {
		boolean wide = (word1 & Orb.IDAW64) != 0;
		int size = wide ? 8 : 4;
		int shift = Orb.blocksOf2K(word1) ? 11 : 12;
		long address = Ccw.address(ccw);
		boolean ida = Ccw.ida(ccw);
		iova[0] = address;
		if (ida) {
			int rc = word(0, address, size, guest);
			if (rc != 0) {
				return rc;
			}
		}
		int n = CcwTranslation.wordsFor(iova[0], Ccw.count(ccw), shift);
		for (int w = 0; w < n; w++) {
			if (w > 0 && ida) {
				int rc = word(w, address + (long) w * size, size, guest);
				if (rc != 0) {
					return rc;
				}
			} else if (w > 0) {
				iova[w] = (iova[w - 1] & -(1L << shift)) + (1L << shift);
			}
			userAddress[w] = map.data(iova[w], ida ? address + (long) w * size : guest);
			if (userAddress[w] < 0) {
				return (int) userAddress[w];
			}
		}
		return n;
	}

	private int word(int w, long at, int size, long guest) {
		int rc = map.read(at, words, 0, size, guest);
		iova[w] = size == 8 ? Bytes.get64(words, 0) : Bytes.get32(words, 0) & 0xFFFF_FFFFL;
		return rc;
	}

	/** Puts the data's address, or that of a list that is made for it, into the CCW's doubleword. */
	private long data(int k, long ccw, int n) {
		boolean contiguous = !Ccw.ida(ccw);
		for (int w = 1; w < n && contiguous; w++) {
			contiguous = userAddress[w] - userAddress[0] == iova[w] - iova[0];
		}
		long made = ccw;
		long address = userAddress[0];
		if (!contiguous) {
			for (int w = 0; w < n; w++) {
				Bytes.put64(words, w * 8, userAddress[w]);
			}
			address = nextList;
			user.store(address, words, 0, n * 8);
			nextList += n * 8L;
			made = Ccw.withIda(ccw);
		}
		user.store64(ADDRESS + DOUBLEWORDS + k * 8L, address);
		return made;
	}

	/** Reads one CCW after another: the monitor needs no more of the guest than the program itself. */
	private final class Reader extends ProgramReader {
		private long address;
		private long cause;

		@Override
		int open(long from, long because) {
			address = from;
			cause = because;
			return 0;
		}

		@Override
		int need(int i) {
			return map.read(address + (long) i * Ccw.SIZE, block, i * Ccw.SIZE, Ccw.SIZE, cause);
		}
	}
}
