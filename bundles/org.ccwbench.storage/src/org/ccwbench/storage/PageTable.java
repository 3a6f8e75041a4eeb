// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.storage;

/** Pages of one space to pages of another; sparse, journaled. Page addresses are multiples of 4,096. */
public final class PageTable {
	/** Target of a page that is mapped nowhere. */
	public static final long UNMAPPED = -1;

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
		long[] r = address < 0 ? null : regions.get(address >>> AddressSpace.PAGE_SHIFT);
		return r == null ? UNMAPPED : r[index(address)] - 1;
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
		long number = page >>> AddressSpace.PAGE_SHIFT;
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
		regions.forEach((first, r) -> {
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
