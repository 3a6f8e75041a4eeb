// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.storage;

/**
 * How often each page is pinned; memory follows what is pinned. Page addresses are multiples of 4,096 of
 * whichever space the owner counts in (host frames for a driver).
 */
public final class PinTable {
	private final String name;
	private final Regions<int[]> regions = new Regions<>();
	private Journal journal = Journal.NONE;
	private long pins;
	private long pages;
	private long peak;

	public PinTable(String name) {
		this.name = name;
	}

	public String name() {
		return name;
	}

	public void journal(Journal to) {
		journal = to;
	}

	/** Pins the page of {@code address} once more. */
	public void pin(long address, long owner) {
		int[] r = region(address);
		journal.pinning(this, address & AddressSpace.PAGE_MASK, 1, owner);
		change(r, address, 1);
	}

	/**
	 * Takes one pin off.
	 *
	 * @throws IllegalStateException if the page is not pinned: a count never goes below zero
	 */
	public void unpin(long address, long owner) {
		int[] r = regions.get(address >>> AddressSpace.PAGE_SHIFT);
		if (r == null || r[index(address)] == 0) {
			throw new IllegalStateException(String.format("%s: page %X is not pinned", name, address & AddressSpace.PAGE_MASK));
		}
		journal.pinning(this, address & AddressSpace.PAGE_MASK, -1, owner);
		change(r, address, -1);
	}

	/** Changes a count and tells no journal. */
	public void restore(long address, int delta) {
		change(region(address), address, delta);
	}

	private int[] region(long address) {
		long number = address >>> AddressSpace.PAGE_SHIFT;
		int[] r = regions.get(number);
		if (r == null) {
			r = new int[Regions.PAGES];
			regions.put(number, r);
		}
		return r;
	}

	private void change(int[] r, long address, int delta) {
		int i = index(address);
		int before = r[i];
		r[i] = before + delta;
		pins += delta;
		if (before == 0) {
			if (++pages > peak) {
				peak = pages;
			}
		} else if (before + delta == 0) {
			pages--;
		}
	}

	private static int index(long address) {
		return (int) (address >>> AddressSpace.PAGE_SHIFT) & Regions.PAGES - 1;
	}

	/** How often the page of {@code address} is pinned. */
	public int count(long address) {
		long number = address >>> AddressSpace.PAGE_SHIFT;
		int[] r = regions.get(number);
		return r == null ? 0 : r[(int) number & Regions.PAGES - 1];
	}

	/** The sum of all counts. */
	public long pins() {
		return pins;
	}

	/** Pages with a count above zero. */
	public long pages() {
		return pages;
	}

	/** The largest number of pages that were pinned at one time. */
	public long peakPages() {
		return peak;
	}

	/** Visits every pinned page with its count, unordered. */
	public void forEach(PageTable.Visitor visit) {
		regions.forEach((first, r) -> {
			for (int i = 0; i < Regions.PAGES; i++) {
				if (r[i] != 0) {
					visit.visit(first + i << AddressSpace.PAGE_SHIFT, r[i]);
				}
			}
		});
	}
}
