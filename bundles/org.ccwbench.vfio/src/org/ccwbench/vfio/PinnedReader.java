// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import org.ccwbench.storage.AddressSpace;
import org.ccwbench.storage.Storage;

/**
 * Reads guest storage as drivers before 6.0 did: pins the pages (for reading and writing), copies from the
 * frames, unpins.
 */
final class PinnedReader {
	/** Pages of 2 KiB, or of 33 words, wherever they begin. */
	private static final int MOST_PAGES = 2;
	private static final int PAGE = AddressSpace.PAGE_SIZE;

	private final Container container;
	private final Storage host;
	private final long[] iova = new long[MOST_PAGES];
	private final long[] frame = new long[MOST_PAGES];

	PinnedReader(Container container, Storage host) {
		this.container = container;
		this.host = host;
	}

	/** Reads at most 4,096 bytes; 0 or a negative error number. */
	int read(long from, byte[] into, int length, long cause) {
		int n = CcwTranslation.wordsFor(from, length, AddressSpace.PAGE_SHIFT);
		for (int i = 0; i < n; i++) {
			iova[i] = (from & AddressSpace.PAGE_MASK) + (long) i * PAGE;
		}
		int rc = container.pin(iova, 0, n, frame, cause, 0);
		if (rc < 0) {
			return rc;
		}
		int done = 0;
		for (int i = 0; i < n; i++) {
			int in = i == 0 ? (int) from & PAGE - 1 : 0;
			int m = Math.min(length - done, PAGE - in);
			host.load(frame[i] + in, into, done, m);
			done += m;
		}
		container.unpin(iova, 0, n, frame, cause);
		return 0;
	}
}
