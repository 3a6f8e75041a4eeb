// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import org.ccwbench.storage.AddressSpace;

/** Joins the pieces in which data came to the areas that they make up together. */
final class ReceivedAreas {
	private static final int MOST = 4096;

	private final LongUnaryOperator guestOf;
	private final TreeMap<Long, Long> areas = new TreeMap<>();

	/** @param guestOf guest absolute address of an address that the channel stored at, or -1 */
	ReceivedAreas(LongUnaryOperator guestOf) {
		this.guestOf = guestOf;
	}

	/** Takes what an event says; it may span pages that lie apart in the guest. */
	void add(long address, int length) {
		for (long a = address; a < address + length && areas.size() < MOST;) {
			long next = Math.min(address + length, (a & AddressSpace.PAGE_MASK) + AddressSpace.PAGE_SIZE);
			long guest = guestOf.applyAsLong(a);
			if (guest != -1) {
				join(guest, guest + (next - a));
			}
			a = next;
		}
	}

	private void join(long start, long end) {
		long from = start;
		long to = end;
		Map.Entry<Long, Long> e = areas.floorEntry(to);
		while (e != null && e.getValue() >= from) {
			from = Math.min(from, e.getKey());
			to = Math.max(to, e.getValue());
			areas.remove(e.getKey());
			e = areas.floorEntry(to);
		}
		areas.put(from, to);
	}

	List<DataArea> list() {
		List<DataArea> list = new ArrayList<>();
		areas.forEach((from, to) -> list.add(new DataArea(from, to - from)));
		return list;
	}
}
