// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.storage;

import java.util.function.Predicate;

/** A sparse table of regions of pages, by number, in an open-addressing hash: memory follows use, not size. */
final class Regions<T> {
	/** log2 of the pages in a region of 2 MiB. */
	static final int SHIFT = 9;
	static final int PAGES = 1 << SHIFT;

	private long[] keys = new long[16];
	private Object[] values = new Object[16];
	private int used;

	/** The region with that number, or null. */
	T get(long key) {
		int i = place(key);
		if (keys[i] != key) {
			i = slot(key);
		}
		@SuppressWarnings("unchecked")
		T found = (T) values[i];
		return found;
	}

	void put(long key, T region) {
		int i = slot(key);
		if (values[i] == null && ++used * 2 > keys.length) {
			grow();
			i = slot(key);
		}
		keys[i] = key;
		values[i] = region;
	}

	/** How many regions there are. */
	int size() {
		return used;
	}

	/** Takes all regions away that are no longer {@code needed}. */
	void retain(Predicate<T> needed) {
		long[] oldKeys = keys;
		Object[] oldValues = values;
		keys = new long[16];
		values = new Object[16];
		used = 0;
		for (int i = 0; i < oldKeys.length; i++) {
			@SuppressWarnings("unchecked")
			T region = (T) oldValues[i];
			if (region != null && needed.test(region)) {
				put(oldKeys[i], region);
			}
		}
	}

	/** Calls {@code visit} for every region with its number, in no particular order. */
	void forEach(RegionVisitor<T> visit) {
		for (int i = 0; i < keys.length; i++) {
			if (values[i] != null) {
				@SuppressWarnings("unchecked")
				T region = (T) values[i];
				visit.visit(keys[i], region);
			}
		}
	}

	interface RegionVisitor<T> {
		void visit(long number, T region);
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
