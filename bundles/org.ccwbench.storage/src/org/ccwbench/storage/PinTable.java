// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.storage;

/**
 * How often each page is pinned; memory follows what is pinned. Page addresses are multiples of 4,096 of
 * whichever space the owner counts in (host frames for a driver).
 */
public final class PinTable {
	/** Pages of a region: few, because what is pinned lies anywhere. */
	private static final int PAGES = 64;
	private static final int SHIFT = AddressSpace.PAGE_SHIFT + 6;
	/** Regions without a pin that are kept for the next. */
	private static final int KEPT = 4096;

	private final String name;
	/** Counts of pages, and behind them how many are above zero. */
	private final Regions<int[]> regions = new Regions<>();
	private Journal journal = Journal.NONE;
	private long pins;
	private long pages;
	private long peak;
	private int empty;

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

	/** Pins {@code n} pages once more each: those of {@code addresses} from index {@code offset}, for the owners there. */
	public void pin(long[] addresses, int offset, int n, long[] owners) {
		int i = offset;
		for (; journal != Journal.NONE && i < offset + n; i++) {
			pin(addresses[i], owners[i] & AddressSpace.PAGE_MASK);
		}
		pins += offset + n - i;
		int end = offset + n;
		while (i < end) {
			int[] r = region(addresses[i]);
			if (single(addresses, i, end)) {
				more(r, r[index(addresses[i])]++ == 0 ? 1 : 0);
				i++;
			} else {
				i = pin(r, addresses, i, end);
			}
		}
		peak = Math.max(peak, pages);
	}

	/** Whether no second page follows in the same region: then a loop takes longer to set out than to do. */
	private static boolean single(long[] addresses, int i, int end) {
		return i + 1 == end || addresses[i + 1] >>> SHIFT != addresses[i] >>> SHIFT;
	}

	/** Pins as long as the pages lie in the region of the first: a loop without calls, which a compiler makes most of. */
	private int pin(int[] r, long[] addresses, int from, int end) {
		long key = addresses[from] >>> SHIFT;
		int fresh = 0;
		int i = from;
		for (; i < end && addresses[i] >>> SHIFT == key; i++) {
			int at = index(addresses[i]);
			int before = r[at];
			r[at] = before + 1;
			fresh += before == 0 ? 1 : 0;
		}
		more(r, fresh);
		return i;
	}

	/**
	 * Takes one pin off each of {@code n} pages, as {@link #pin(long[], int, int, long[])} put them on.
	 *
	 * @throws IllegalStateException if one is not pinned
	 */
	public void unpin(long[] addresses, int offset, int n, long[] owners) {
		int i = offset;
		for (; journal != Journal.NONE && i < offset + n; i++) {
			unpin(addresses[i], owners[i] & AddressSpace.PAGE_MASK);
		}
		int end = offset + n;
		while (i < end) {
			int[] r = region(addresses[i]);
			int at = index(addresses[i]);
			if (r[at] > 0 && single(addresses, i, end)) {
				less(r, --r[at] == 0 ? 1 : 0);
				pins--;
				i++;
			} else {
				i = unpin(r, addresses, i, end);
			}
		}
	}

	private int unpin(int[] r, long[] addresses, int from, int end) {
		long key = addresses[from] >>> SHIFT;
		int last = 0;
		int i = from;
		for (; i < end && addresses[i] >>> SHIFT == key; i++) {
			int at = index(addresses[i]);
			int before = r[at];
			if (before == 0) {
				break;
			}
			r[at] = before - 1;
			last += before == 1 ? 1 : 0;
		}
		pins -= i - from;
		less(r, last);
		if (i == from) {
			throw notPinned(addresses[i]);
		}
		return i;
	}

	/**
	 * Takes one pin off.
	 *
	 * @throws IllegalStateException if the page is not pinned: a count never goes below zero
	 */
	public void unpin(long address, long owner) {
		int[] r = regions.get(address >>> SHIFT);
		if (r == null || r[index(address)] == 0) {
			throw notPinned(address);
		}
		journal.pinning(this, address & AddressSpace.PAGE_MASK, -1, owner);
		change(r, address, -1);
	}

	/** Changes a count and tells no journal. */
	public void restore(long address, int delta) {
		change(region(address), address, delta);
	}

	private IllegalStateException notPinned(long address) {
		return new IllegalStateException(String.format("%s: page %X is not pinned", name, address & AddressSpace.PAGE_MASK));
	}

	private int[] region(long address) {
		int[] r = regions.get(address >>> SHIFT);
		if (r == null) {
			r = new int[PAGES + 1];
			regions.put(address >>> SHIFT, r);
			empty++;
		}
		return r;
	}

	private void change(int[] r, long address, int delta) {
		int i = index(address);
		int before = r[i];
		r[i] = before + delta;
		pins += delta;
		if (before == 0) {
			more(r, 1);
			peak = Math.max(peak, pages);
		} else if (before + delta == 0) {
			less(r, 1);
		}
	}

	private void more(int[] r, int n) {
		empty -= r[PAGES] == 0 && n > 0 ? 1 : 0;
		r[PAGES] += n;
		pages += n;
	}

	private void less(int[] r, int n) {
		r[PAGES] -= n;
		pages -= n;
		if (r[PAGES] == 0 && n > 0 && ++empty > KEPT && empty > regions.size() / 2) {
			regions.retain(region -> region[PAGES] > 0);
			empty = 0;
		}
	}

	private static int index(long address) {
		return (int) (address >>> AddressSpace.PAGE_SHIFT) & PAGES - 1;
	}

	/** How often the page of {@code address} is pinned. */
	public int count(long address) {
		int[] r = regions.get(address >>> SHIFT);
		return r == null ? 0 : r[index(address)];
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
		regions.forEach((number, r) -> {
			long first = number * PAGES;
			for (int i = 0; i < PAGES; i++) {
				if (r[i] != 0) {
					visit.visit(first + i << AddressSpace.PAGE_SHIFT, r[i]);
				}
			}
		});
	}
}
