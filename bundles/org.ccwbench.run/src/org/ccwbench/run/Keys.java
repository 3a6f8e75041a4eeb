// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import org.ccwbench.notation.KeySpec;
import org.ccwbench.storage.AddressSpace;

/** Sets storage keys page by page. */
final class Keys {
	private static final long MOST_PAGES = 1 << 20;

	/** Takes the address of a page and its key: ACC(4) F R C. */
	interface Setter {
		void set(long page, int key);
	}

	private Keys() {}

	static void set(KeySpec k, Setter to) throws SessionException {
		long first = k.address() & AddressSpace.PAGE_MASK;
		long end = k.address() + Math.max(1, k.length());
		if (end - first >>> AddressSpace.PAGE_SHIFT > MOST_PAGES) {
			throw new SessionException("KEY sets the keys of at most 4 GiB");
		}
		int key = k.accessControl() << 3 | (k.fetchProtected() ? 4 : 0);
		for (long a = first; a < end; a += AddressSpace.PAGE_SIZE) {
			to.set(a, key);
		}
	}
}
