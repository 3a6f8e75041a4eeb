// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.Arrays;

/** Numbers, last in first out. */
final class LongStack {
	private long[] items = new long[4];
	private int size;

	int size() {
		return size;
	}

	void push(long v) {
		if (size == items.length) {
			items = Arrays.copyOf(items, size * 2);
		}
		items[size++] = v;
	}

	long pop() {
		return items[--size];
	}

	/** The last one, or -1. */
	long peek() {
		return size == 0 ? -1 : items[size - 1];
	}

	long get(int i) {
		return items[i];
	}
}
