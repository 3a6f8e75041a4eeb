// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import java.util.Map;
import java.util.TreeMap;
import org.ccwbench.storage.AddressSpace;
import org.ccwbench.storage.PageTable;

/**
 * Which host frame a page of the monitor gets at first touch. Frames lie above 4 GiB and are scattered, as
 * those of a long-running host are, yet always the same for the same page; a stretch can be given frames of
 * its own. Addresses are multiples of 4,096.
 */
final class HostFrames {
	/** Where scattered frames begin. */
	static final long FIRST = 0x1_0000_0000L;
	private static final int SCATTER_BITS = 24;
	/** Stands for an owner that no page of the monitor is. */
	private static final long NOBODY = 0;
	private static final long ODD = 0x9E37_79B1L;

	private record Stretch(long host, long length) {}

	private final TreeMap<Long, Stretch> fixed = new TreeMap<>();
	private final TreeMap<Long, Long> reserved = new TreeMap<>();
	private final PageTable owners = new PageTable("frames taken");

	/** Gives the pages from {@code user} the frames from {@code host}. */
	void fix(long user, long host, long length) {
		if (host < KernelMemory.END && host + length > KernelMemory.START) {
			throw new IllegalArgumentException(String.format("host frames %X-%X lie where the kernel keeps its programs (%X-%X)",
					host, host + length - 1, KernelMemory.START, KernelMemory.END - 1));
		}
		Map.Entry<Long, Long> before = reserved.lowerEntry(host + length);
		if (before != null && before.getValue() > host) {
			throw new IllegalArgumentException(String.format("host frames %X-%X are given twice", host, host + length - 1));
		}
		fixed.put(user, new Stretch(host, length));
		reserved.put(host, host + length);
	}

	/** The frame of a page that has none yet: the one wanted, if it is free and nobody said otherwise. */
	long choose(long user, long wanted) {
		Map.Entry<Long, Stretch> f = fixed.floorEntry(user);
		boolean named = f != null && user < f.getKey() + f.getValue().length;
		boolean kernels = wanted >= KernelMemory.START && wanted < KernelMemory.END;
		if (named || wanted == PageTable.UNMAPPED || kernels || isReserved(wanted)) {
			return choose(user);
		}
		long owner = owners.target(wanted);
		if (owner == PageTable.UNMAPPED) {
			owners.map(wanted, user);
		}
		return owner == PageTable.UNMAPPED || owner == user ? wanted : choose(user);
	}

	/** The frame of a page that has none yet. */
	long choose(long user) {
		Map.Entry<Long, Stretch> f = fixed.floorEntry(user);
		if (f != null && user < f.getKey() + f.getValue().length) {
			return f.getValue().host + (user - f.getKey());
		}
		long number = user >>> AddressSpace.PAGE_SHIFT;
		long slots = 1L << SCATTER_BITS;
		// An odd factor maps the slots onto themselves one to one; the high bits are folded in for far apart pages.
		for (long n = 0; n < slots; n++) {
			long slot = (number ^ number >>> SCATTER_BITS) * ODD + n & slots - 1;
			long frame = FIRST + (slot << AddressSpace.PAGE_SHIFT);
			long owner = owners.target(frame);
			if (owner == user) {
				return frame;
			}
			if (owner == PageTable.UNMAPPED && !isReserved(frame)) {
				owners.map(frame, user);
				return frame;
			}
		}
		return PageTable.UNMAPPED;
	}

	/** Leaves a frame to whoever still uses it: no page gets it any more, except one whose frames were named. */
	void abandon(long frame) {
		owners.map(frame, NOBODY);
	}

	private boolean isReserved(long frame) {
		Map.Entry<Long, Long> r = reserved.floorEntry(frame);
		return r != null && frame < r.getValue();
	}
}
