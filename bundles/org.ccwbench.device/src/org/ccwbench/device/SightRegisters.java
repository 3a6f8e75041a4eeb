// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.ccwbench.storage.Storage;

/** A few hundred bytes in a storage that change all at once, and only if one of them does: one change is one event of a recording. */
final class SightRegisters {
	private static final int LENGTH = 1024;
	private final Storage storage;
	private final byte[] kept = new byte[LENGTH];
	private final ByteBuffer next = ByteBuffer.allocate(LENGTH);

	SightRegisters(String name) {
		storage = new Storage(name, LENGTH);
	}

	Storage storage() {
		return storage;
	}

	/** To be filled from the beginning, then {@link #keep} is to be called. */
	ByteBuffer next() {
		return next.clear();
	}

	void keep() {
		int n = next.position();
		if (!Arrays.equals(next.array(), 0, n, kept, 0, n)) {
			System.arraycopy(next.array(), 0, kept, 0, n);
			storage.store(0, kept, 0, n);
		}
	}

	/** What was put in, at the place where the storage stands. */
	ByteBuffer read() {
		return ByteBuffer.wrap(storage.bytes(0, LENGTH));
	}
}
