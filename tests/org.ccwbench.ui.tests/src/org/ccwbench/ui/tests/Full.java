// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.tests;

import com.sun.jna.Library;
import com.sun.jna.Native;

/** A disk on which no file of this process can grow beyond some bytes, as long as this is open. */
final class Full implements AutoCloseable {
	/** getrlimit(2); a limit is a pair: the one that holds, and how far it may be raised again. */
	private interface C extends Library {
		int getrlimit(int resource, long[] limits);

		int setrlimit(int resource, long[] limits);
	}

	private static final C LIBC = Native.load("c", C.class);
	private static final int FILE_SIZE = 1;
	private final long[] before = new long[2];

	Full(long bytes) {
		LIBC.getrlimit(FILE_SIZE, before);
		set(new long[] { bytes, before[1] });
	}

	private static void set(long[] limits) {
		if (LIBC.setrlimit(FILE_SIZE, limits) != 0) {
			throw new AssertionError("the limit cannot be set");
		}
	}

	@Override
	public void close() {
		set(before);
	}
}
