// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.storage;

/** Pages of one space to pages of another; sparse, journaled. Page addresses are multiples of 4,096. */
public final class PageTable {
	/** Target of a page that is mapped nowhere. */
	public static final long UNMAPPED = -1;

	private static final int SHIFT = AddressSpace.PAGE_SHIFT + Regions.SHIFT;

	private final String name;
	private final Regions<long[]> regions = new Regions<>();
	private Journal journal = Journal.NONE;

	public PageTable(String name) {
		this.name = name;
	}

	public String name() {
		return name;
	}

	public void journal(Journal to) {
		journal = to;
	}

	/** The page address that {@code address}'s page is mapped to, or {@link #UNMAPPED}. */
	public long target(long address) {
		long[] r = address < 0 ? null : regions.get(address >>> SHIFT);
		return r == null ? UNMAPPED : r[index(address)] - 1;
	}

	/**
	 * Looks up the pages of {@code n} addresses, each less {@code low} plus {@code base}, as long as they are at least
	 * {@code low} and below {@code high} and their pages are mapped.
	 *
	 * @param addresses from index {@code offset}; not below zero
	 * @param into      receives the targets at the same index
	 * @return how many it looked up before the first that is not so
	 */
	public int targets(long[] addresses, int offset, int n, long low, long high, long base, long[] into) {
		long delta = base - low;
		int end = offset + n;
		for (int i = offset; i < end;) {
			long first = addresses[i];
			long number = first + delta >>> SHIFT;
			long[] r = first < low || first >= high ? null : regions.get(number);
			int done = 0;
			if (r != null && (i + 1 == end || addresses[i + 1] + delta >>> SHIFT != number)) {
				into[i] = r[index(first + delta)] - 1;
				done = into[i] == UNMAPPED ? 0 : 1;
			} else if (r != null) {
				done = within(r, addresses, i, end, low, high, delta, into);
			}
			i += done;
			if (done == 0) {
				return i - offset;
			}
		}
		return n;
	}

	/** As long as the pages lie in the region of the first: a loop without calls, which a compiler makes most of. */
	private static int within(long[] r, long[] addresses, int offset, int end, long low, long high, long delta, long[] into) {
		long region = (addresses[offset] + delta >>> SHIFT << SHIFT) - delta;
		long from = Math.max(low, region);
		long length = Math.min(high, region + (1L << SHIFT)) - from;
		int i = offset;
		for (; i < end; i++) {
			long address = addresses[i];
			long target = r[index(address + delta)];
			if (Long.compareUnsigned(address - from, length) >= 0 || target == 0) {
				break;
			}
			into[i] = target - 1;
		}
		return i - offset;
	}

	/** Maps the page of {@code address} to the page of {@code to}; {@link #UNMAPPED} unmaps it. */
	public void map(long address, long to) {
		long page = address & AddressSpace.PAGE_MASK;
		long target = to == UNMAPPED ? UNMAPPED : to & AddressSpace.PAGE_MASK;
		journal.mapping(this, page, target(page), target);
		restore(page, target);
	}

	/** Sets an entry and tells no journal. */
	public void restore(long page, long target) {
		long number = page >>> SHIFT;
		long[] r = regions.get(number);
		if (r == null) {
			r = new long[Regions.PAGES];
			regions.put(number, r);
		}
		// Stored plus one, so that a fresh region of zeros means unmapped.
		r[index(page)] = target + 1;
	}

	/** Visits every mapped page, unordered. */
	public void forEach(Visitor visit) {
		regions.forEach((number, r) -> {
			long first = number << Regions.SHIFT;
			for (int i = 0; i < Regions.PAGES; i++) {
				if (r[i] != 0) {
					visit.visit(first + i << AddressSpace.PAGE_SHIFT, r[i] - 1);
				}
			}
		});
	}

	/** Takes a page and where it is mapped. */
	public interface Visitor {
		void visit(long page, long target);
	}

	private static int index(long address) {
		return (int) (address >>> AddressSpace.PAGE_SHIFT) & Regions.PAGES - 1;
	}
}
