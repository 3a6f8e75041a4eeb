// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.storage;

/** A page-indexed sparse table: 2 MiB regions in an open-addressing hash, so that memory follows use, not size. */
final class Regions<T> {
	/** log2 of the pages in a region. */
	static final int SHIFT = 9;
	static final int PAGES = 1 << SHIFT;

	private long[] keys = new long[16];
	private Object[] values = new Object[16];
	private int used;
	private long lastKey = -1;
	private T last;

	/** The region of a page number, or null. */
	T get(long page) {
		long key = page >>> SHIFT;
		if (key == lastKey) {
			return last;
		}
		int i = place(key);
		if (keys[i] != key) {
			i = slot(key);
		}
		@SuppressWarnings("unchecked")
		T found = (T) values[i];
		if (found != null) {
			lastKey = key;
			last = found;
		}
		return found;
	}

	void put(long page, T region) {
		long key = page >>> SHIFT;
		int i = slot(key);
		if (values[i] == null && ++used * 2 > keys.length) {
			grow();
			i = slot(key);
		}
		keys[i] = key;
		values[i] = region;
		lastKey = key;
		last = region;
	}

	/** Calls {@code visit} for every region with the number of its first page, in no particular order. */
	void forEach(RegionVisitor<T> visit) {
		for (int i = 0; i < keys.length; i++) {
			if (values[i] != null) {
				@SuppressWarnings("unchecked")
				T region = (T) values[i];
				visit.visit(keys[i] << SHIFT, region);
			}
		}
	}

	interface RegionVisitor<T> {
		void visit(long firstPage, T region);
	}

	private int place(long key) {
		return (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & keys.length - 1;
	}

	private int slot(long key) {
		int mask = keys.length - 1;
		int i = place(key);
		while (values[i] != null && keys[i] != key) {
			i = i + 1 & mask;
		}
		return i;
	}

	private void grow() {
		long[] oldKeys = keys;
		Object[] oldValues = values;
		keys = new long[oldKeys.length * 2];
		values = new Object[oldKeys.length * 2];
		for (int i = 0; i < oldKeys.length; i++) {
			if (oldValues[i] != null) {
				int s = slot(oldKeys[i]);
				keys[s] = oldKeys[i];
				values[s] = oldValues[i];
			}
		}
	}
}
