// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Ascending numbers, appended and searched; off the heap like the events that they number. */
final class LongLog implements Closeable {
	private static final int SHIFT = 15;
	private static final int MASK = (1 << SHIFT) - 1;

	private final Chunks chunks;
	private long size;

	LongLog(Chunks.Budget budget) {
		chunks = new Chunks(8 << SHIFT, budget);
	}

	long size() {
		return size;
	}

	void add(long value) {
		int in = (int) size & MASK;
		ByteBuffer c = in == 0 ? chunks.grow() : chunks.get((int) (size >>> SHIFT));
		c.putLong(in << 3, value);
		size++;
	}

	long get(long i) {
		return chunks.get((int) (i >>> SHIFT)).getLong(((int) i & MASK) << 3);
	}

	/** How many of the numbers are less than {@code value}. */
	long below(long value) {
		long low = 0;
		long high = size;
		while (low < high) {
			long mid = low + high >>> 1;
			if (get(mid) < value) {
				low = mid + 1;
			} else {
				high = mid;
			}
		}
		return low;
	}

	@Override
	public void close() throws IOException {
		size = 0;
		chunks.close();
	}
}
