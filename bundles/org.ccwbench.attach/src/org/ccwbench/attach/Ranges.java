// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A set of addresses, as stretches that neither overlap nor touch. */
final class Ranges {
	private final TreeMap<Long, Long> ends = new TreeMap<>();

	/** Adds {@code length} addresses from {@code from}; none if it is not above zero. */
	void add(long from, long length) {
		if (length <= 0) {
			return;
		}
		long start = from;
		long end = from + length;
		Map.Entry<Long, Long> before = ends.floorEntry(start);
		if (before != null && before.getValue() >= start) {
			start = before.getKey();
			end = Math.max(end, before.getValue());
		}
		for (Map.Entry<Long, Long> next = ends.ceilingEntry(start); next != null && next.getKey() <= end; next = ends.ceilingEntry(start)) {
			end = Math.max(end, next.getValue());
			ends.remove(next.getKey());
		}
		ends.put(start, end);
	}

	/** Whether an address is in both. */
	boolean meets(Ranges other) {
		for (Map.Entry<Long, Long> e : other.ends.entrySet()) {
			Map.Entry<Long, Long> below = ends.lowerEntry(e.getValue());
			if (below != null && below.getValue() > e.getKey()) {
				return true;
			}
		}
		return false;
	}

	/** The number of addresses. */
	long size() {
		long n = 0;
		for (Map.Entry<Long, Long> e : ends.entrySet()) {
			n += e.getValue() - e.getKey();
		}
		return n;
	}

	/** Each stretch, ascending: first address and length. */
	List<long[]> stretches() {
		List<long[]> all = new ArrayList<>();
		ends.forEach((from, to) -> all.add(new long[] {from, to - from}));
		return all;
	}
}
