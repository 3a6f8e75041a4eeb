// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import java.util.Arrays;

/** Work in the order in which it is due, first come first served at the same time: a binary heap that allocates only to grow. */
final class Agenda {
	private Work[] heap = new Work[16];
	private int size;
	private long turns;

	/** The work that is due first, or null. */
	Work first() {
		return size == 0 ? null : heap[0];
	}

	/** Whether nothing but the first is due until then. */
	boolean firstUntil(long then) {
		return size < 2 || heap[1].due > then && (size < 3 || heap[2].due > then);
	}

	/** Puts work in, or moves it if it is there. */
	void at(long due, Work work) {
		if (size == 1 && work.slot == 0) {
			work.due = due;
			work.turn = turns++;
			return;
		}
		remove(work);
		work.due = due;
		work.turn = turns++;
		if (size == heap.length) {
			heap = Arrays.copyOf(heap, size * 2);
		}
		up(size++, work);
	}

	void remove(Work work) {
		int hole = work.slot;
		if (hole < 0) {
			return;
		}
		work.slot = -1;
		Work last = heap[--size];
		heap[size] = null;
		if (last != work) {
			up(hole, last);
			if (last.slot == hole) {
				down(hole, last);
			}
		}
	}

	private static boolean before(Work a, Work b) {
		return a.due < b.due || a.due == b.due && a.turn < b.turn;
	}

	private void up(int from, Work work) {
		int i = from;
		while (i > 0) {
			int parent = i - 1 >>> 1;
			if (!before(work, heap[parent])) {
				break;
			}
			heap[i] = heap[parent];
			heap[i].slot = i;
			i = parent;
		}
		heap[i] = work;
		work.slot = i;
	}

	private void down(int from, Work work) {
		int i = from;
		for (;;) {
			int child = 2 * i + 1;
			if (child >= size) {
				break;
			}
			if (child + 1 < size && before(heap[child + 1], heap[child])) {
				child++;
			}
			if (!before(heap[child], work)) {
				break;
			}
			heap[i] = heap[child];
			heap[i].slot = i;
			i = child;
		}
		heap[i] = work;
		work.slot = i;
	}
}
