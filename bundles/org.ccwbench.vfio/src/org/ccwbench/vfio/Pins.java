// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import java.util.Arrays;

/**
 * The pages that one channel program has pinned: IOVAs as they were asked for and their host frames, one CCW's
 * after another's. Storage grows and is kept for the next program.
 */
final class Pins {
	long[] iova = new long[64];
	long[] frame = new long[64];
	int used;

	/** Makes room for {@code n} more; returns the index of the first. */
	int room(int n) {
		if (used + n > iova.length) {
			int size = Math.max(used + n, iova.length * 2);
			iova = Arrays.copyOf(iova, size);
			frame = Arrays.copyOf(frame, size);
		}
		return used;
	}
}
