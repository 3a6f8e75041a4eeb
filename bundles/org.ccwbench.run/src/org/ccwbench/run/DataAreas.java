// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Pieces of guest storage, joined to the areas that they make up together. */
public final class DataAreas {
	private final TreeMap<Long, Long> areas = new TreeMap<>();

	/** Adds the bytes from {@code start} up to {@code end}, which is not among them. */
	public void add(long start, long end) {
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

	/** How many areas there are. */
	public int size() {
		return areas.size();
	}

	/** By address; no two touch. */
	public List<DataArea> list() {
		List<DataArea> list = new ArrayList<>();
		areas.forEach((from, to) -> list.add(new DataArea(from, to - from)));
		return list;
	}
}
