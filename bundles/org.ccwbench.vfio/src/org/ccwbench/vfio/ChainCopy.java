// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import org.ccwbench.storage.AddressSpace;
import org.ccwbench.storage.Bytes;
import org.ccwbench.storage.Storage;

/**
 * Copies a channel program chain by chain into kernel memory (the first half of what the driver does), following
 * TICs to chains that are not there yet: depth first, each chain in the order in which it was found.
 */
final class ChainCopy {
	/** Chains of 5.17 and before are not limited by the driver but by memory; this is ours. */
	private static final int MANY = 1024;
	/** Chains that 6.12 takes. */
	private static final int SIXTEEN = 16;
	/** Bytes kept free behind a chain: the address after its last CCW must not be that of another chain. */
	private static final int SLACK = 2 * Ccw.SIZE;

	private final DriverVersion version;
	private final Chains chains;
	private final KernelMemory kernel;
	private final Storage host;
	private final byte[] out = new byte[ProgramReader.BLOCK];
	private int[] stack = new int[SIXTEEN];
	private int[] position = new int[SIXTEEN];
	/** Of each chain on the stack, the index after its last TIC. */
	private int[] end = new int[SIXTEEN];
	/** The same of the chain that was read last; 0 if it has none. */
	private int tics;
	private boolean putOff;
	private int depth;

	/** @param host storage behind {@code kernel}, or null to copy into {@code chains} only */
	ChainCopy(DriverVersion version, Chains chains, KernelMemory kernel, Storage host) {
		this.version = version;
		this.chains = chains;
		this.kernel = kernel;
		this.host = host;
	}

	/**
	 * Copies the program at {@code cpa}; 0 or a negative error number, with the chains found so far in place.
	 *
	 * @param later whether kernel memory need not hold them before {@link #store}: nobody looks
	 */
	int copy(long cpa, int orbWord1, ProgramReader reader, long cause, boolean later) {
		depth = 0;
		putOff = later;
		int rc = chain(cpa, orbWord1, reader, cause);
		while (rc == 0 && depth > 0) {
			int c = stack[depth - 1];
			int i = leaving(chains.first[c], position[depth - 1], end[depth - 1]);
			if (i < 0) {
				depth--;
				continue;
			}
			position[depth - 1] = i + 1;
			rc = chain(Ccw.address(chains.ccw[chains.first[c] + i]), orbWord1, reader, chains.guest[c] + (long) i * Ccw.SIZE);
		}
		return rc;
	}

	/** From CCW {@code i} on, the first that is a TIC to a chain that is not there yet; −1 if none is. */
	private int leaving(int first, int i, int end) {
		for (int at = i; at < end; at++) {
			long ccw = chains.ccw[first + at];
			if (Ccw.tic(ccw) && chains.holding(Ccw.address(ccw)) < 0) {
				return at;
			}
		}
		return -1;
	}

	private int chain(long address, int orbWord1, ProgramReader reader, long cause) {
		boolean format1 = (orbWord1 & Orb.FORMAT1) != 0;
		int rc = reader.open(address, cause);
		if (rc != 0) {
			return rc;
		}
		int first = chains.room();
		int n = length(address, orbWord1, reader, format1, first);
		if (n < 0) {
			return n;
		}
		if (chains.count >= (version == DriverVersion.LINUX_6_12 ? SIXTEEN : MANY)) {
			return version == DriverVersion.LINUX_6_12 ? -Errno.EINVAL : -Errno.ENOMEM;
		}
		long at = host == null ? 0 : kernel.allocate(size(n));
		if (at < 0) {
			return -Errno.ENOMEM;
		}
		int c = chains.add(address, at, n);
		rc = reader.take(address, n, cause);
		if (rc != 0) {
			return rc;
		}
		if (host != null && !putOff) {
			store(at, first, n);
		}
		if (tics > 0) {
			push(c);
		}
		return 0;
	}

	/** Puts all chains into kernel memory if {@link #copy} did not. */
	void catchUp() {
		if (putOff) {
			store();
		}
	}

	/** Puts all chains as they are now into kernel memory. */
	void store() {
		putOff = false;
		for (int c = 0; c < chains.count; c++) {
			store(chains.host[c], chains.first[c], chains.length[c]);
		}
	}

	private void store(long at, int first, int n) {
		byte[] page = host.pageToFill(at);
		byte[] to = page == null ? out : page;
		int in = page == null ? 0 : (int) at & AddressSpace.PAGE_SIZE - 1;
		for (int i = 0; i < n; i++) {
			Bytes.put64(to, in + i * Ccw.SIZE, chains.ccw[first + i]);
		}
		if (page == null) {
			host.store(at, out, 0, n * Ccw.SIZE);
		}
	}

	/** CCWs in the chain at {@code address}, which are put at index {@code first}, or a negative error number. */
	private int length(long address, int orbWord1, ProgramReader reader, boolean format1, int first) {
		boolean idaRefused = version != DriverVersion.LINUX_6_12 && Orb.blocksOf2K(orbWord1);
		tics = 0;
		for (int n = 1; n <= Chains.LONGEST; n++) {
			int rc = reader.need(n - 1);
			if (rc != 0) {
				return rc;
			}
			long ccw = reader.ccw(n - 1, format1);
			chains.put(first + n - 1, ccw);
			if (idaRefused && Ccw.ida(ccw)) {
				return -Errno.EOPNOTSUPP;
			}
			boolean tic = Ccw.tic(ccw);
			tics = tic ? n : tics;
			boolean goesOn = Ccw.chains(ccw) || tic
					&& (version == DriverVersion.LINUX_4_19 || Chains.within(Ccw.address(ccw), address, n));
			if (!goesOn) {
				return n;
			}
		}
		return -Errno.EINVAL;
	}

	/** Gives back the memory of all chains. */
	void free() {
		for (int c = 0; c < chains.count; c++) {
			kernel.free(chains.host[c], size(chains.length[c]));
		}
		chains.clear();
	}

	/**
	 * Gives back what was copied before a chain could not be. 5.17 frees only the chains on the way to that one, and
	 * forgets those that were done: their memory is lost.
	 *
	 * @return how many chains were lost
	 */
	int abandon() {
		if (version != DriverVersion.LINUX_5_17) {
			free();
			return 0;
		}
		int lost = chains.count - depth;
		while (depth > 0) {
			int c = stack[--depth];
			kernel.free(chains.host[c], size(chains.length[c]));
		}
		chains.clear();
		return lost;
	}

	private static int size(int ccws) {
		return ccws * Ccw.SIZE + SLACK;
	}

	private void push(int c) {
		if (depth == stack.length) {
			stack = java.util.Arrays.copyOf(stack, depth * 2);
			position = java.util.Arrays.copyOf(position, depth * 2);
			end = java.util.Arrays.copyOf(end, depth * 2);
		}
		stack[depth] = c;
		end[depth] = tics;
		position[depth++] = 0;
	}
}
